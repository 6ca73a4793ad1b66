// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"
#include "core/protocol/ModelFields.h"

// The fields of delegations, as ModelFields.h lists those of the rest.
namespace proconnect {

namespace limits {
inline constexpr qsizetype powers = 10;
inline constexpr qsizetype delegations = 500;
} // namespace limits

template <typename V, Is<DelegationProposal> T>
void describe(V& v, T& terms)
{
    v.key("id", terms.id, 36);
    v.digits("siren", terms.siren, 9);
    v.key("givenName", terms.givenName, limits::name);
    v.key("familyName", terms.familyName, limits::name);
    v.key("email", terms.email, limits::email);
    v.choices("powers", terms.powers, limits::powers);
    v.texts("portals", terms.portals, limits::portals, limits::id);
    v.texts("sirets", terms.sirets, limits::establishments, 14);
    v.choice("ceiling", terms.ceiling);
    v.date("start", terms.start);
    v.date("end", terms.end);
}

template <typename V, Is<Delegation> T>
void describe(V& v, T& delegation)
{
    v.object("terms", delegation.terms);
    v.number("version", delegation.version, 0, limits::version);
    v.choice("state", delegation.state);
    v.text("delegator", delegation.delegator, limits::name);
    v.instant("proposedAt", delegation.proposedAt);
    v.instant("answerBy", delegation.answerBy);
    v.instant("takenUpAt", delegation.takenUpAt);
    v.instant("suspendedAt", delegation.suspendedAt);
    v.instant("endedAt", delegation.endedAt);
    v.flag("mine", delegation.mine);
}

template <typename V, Is<DelegationList> T>
void describe(V& v, T& list)
{
    v.list("delegations", list.delegations, limits::delegations);
}

template <typename V, Is<DelegationAct> T>
void describe(V& v, T& act)
{
    v.key("id", act.id, 36);
    v.digits("siren", act.siren, 9);
    v.key("delegation", act.delegation, 36);
    v.number("version", act.version, 0, limits::version);
    v.choice("order", act.order);
    v.instant("decidedAt", act.decidedAt);
}

template <typename V, Is<DelegationAnswer> T>
void describe(V& v, T& answer)
{
    v.key("code", answer.code, limits::id);
    v.choice("reply", answer.reply);
}

} // namespace proconnect
