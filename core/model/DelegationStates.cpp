// SPDX-License-Identifier: MIT
#include "core/model/DelegationStates.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect {
namespace {

using Event = DelegationEvent;
using State = DelegationState;

const QTimeZone& paris()
{
    static const QTimeZone zone("Europe/Paris");
    return zone;
}

QDate dayOf(const QDateTime& instant)
{
    return instant.toTimeZone(paris()).date();
}

QDateTime startOf(const QDate& day)
{
    return day.startOfDay(paris()).toUTC();
}

QDateTime endOf(const Delegation& delegation)
{
    return startOf(delegation.terms.end.addDays(1));
}

bool isOver(State state)
{
    switch (state) {
    case State::Proposed:
    case State::Scheduled:
    case State::Active:
    case State::Suspended:
    case State::ToConfirm:
        return false;
    case State::Declined:
    case State::Expired:
    case State::Revoked:
    case State::Renounced:
    case State::Lapsed:
        break;
    }
    return true;
}

State begun(const Delegation& delegation, const QDateTime& now)
{
    return dayOf(now) < delegation.terms.start ? State::Scheduled : State::Active;
}

std::optional<State> when(bool possible, State next)
{
    return possible ? std::optional{next} : std::nullopt;
}

} // namespace

DelegationActor actorOf(DelegationEvent event)
{
    switch (event) {
    case Event::TakenUp:
    case Event::Declined:
    case Event::Renounced:
        return DelegationActor::Delegate;
    case Event::Suspended:
    case Event::Resumed:
    case Event::Revoked:
    case Event::Confirmed:
    case Event::LeftToLapse:
        return DelegationActor::Director;
    case Event::Started:
    case Event::Expired:
    case Event::Lapsed:
        return DelegationActor::Time;
    case Event::MandateEnded:
        break;
    }
    return DelegationActor::Register;
}

std::optional<DelegationState> stateAfter(const Delegation& delegation, DelegationEvent event,
                                          const QDateTime& now)
{
    const State state = delegation.state;
    const bool proposed = state == State::Proposed;
    const bool toConfirm = state == State::ToConfirm;
    const bool underDelegator =
        state == State::Scheduled || state == State::Active || state == State::Suspended;
    switch (event) {
    case Event::TakenUp:
        return when(proposed, begun(delegation, now));
    case Event::Declined:
        return when(proposed, State::Declined);
    case Event::Renounced:
        return when(underDelegator || toConfirm, State::Renounced);
    case Event::Suspended:
        return when(state == State::Active, State::Suspended);
    case Event::Resumed:
        return when(state == State::Suspended, State::Active);
    case Event::Revoked:
        return when(proposed || underDelegator, State::Revoked);
    case Event::Confirmed:
        return when(toConfirm, begun(delegation, now));
    case Event::LeftToLapse:
        return when(toConfirm, State::Lapsed);
    case Event::Started:
        return when(state == State::Scheduled, State::Active);
    case Event::Expired:
        return when(underDelegator || toConfirm, State::Expired);
    case Event::Lapsed:
        return when(proposed || toConfirm, State::Lapsed);
    case Event::MandateEnded:
        break;
    }
    return proposed ? std::optional{State::Lapsed} : when(underDelegator, State::ToConfirm);
}

std::optional<Delegation> afterEvent(Delegation delegation, DelegationEvent event, const QDateTime& now)
{
    const auto next = stateAfter(delegation, event, now);
    if (!next) {
        return std::nullopt;
    }
    delegation.state = *next;
    delegation.answerBy.reset();
    if (*next == State::ToConfirm) {
        delegation.answerBy = now.addDays(delegationConfirmationDays);
    } else if (*next == State::Suspended) {
        delegation.suspendedAt = now;
    } else if (!isOver(*next)) {
        delegation.suspendedAt.reset();
    } else {
        delegation.endedAt = now;
    }
    if (event == Event::TakenUp) {
        delegation.takenUpAt = now;
    }
    return delegation;
}

std::optional<DelegationEvent> dueEvent(const Delegation& delegation, const QDateTime& now)
{
    if (isOver(delegation.state)) {
        return std::nullopt;
    }
    const bool waits = delegation.state == State::Proposed || delegation.state == State::ToConfirm;
    const bool tooLate = waits && (!delegation.answerBy || now >= *delegation.answerBy);
    if (now >= endOf(delegation)) {
        return delegation.state == State::Proposed ? Event::Lapsed : Event::Expired;
    }
    if (tooLate) {
        return Event::Lapsed;
    }
    if (delegation.state == State::Scheduled && now >= startOf(delegation.terms.start)) {
        return Event::Started;
    }
    return std::nullopt;
}

std::optional<QDateTime> nextTerm(const Delegation& delegation)
{
    if (isOver(delegation.state)) {
        return std::nullopt;
    }
    if (delegation.state == State::Scheduled) {
        return startOf(delegation.terms.start);
    }
    const QDateTime end = endOf(delegation);
    return delegation.answerBy ? std::min(end, *delegation.answerBy) : end;
}

Delegation standingAt(Delegation delegation, const QDateTime& now)
{
    while (const auto event = dueEvent(delegation, now)) {
        delegation = *afterEvent(delegation, *event, now);
    }
    return delegation;
}

bool periodAllowed(const DelegationProposal& terms, const QDateTime& now)
{
    const QDate today = dayOf(now);
    return terms.start.isValid() && terms.end.isValid() && terms.end >= terms.start && terms.end > today &&
           terms.end <= today.addMonths(delegationLongestMonths);
}

} // namespace proconnect
