// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "core/protocol/ModelFields.h"

// Departures, on the wire.
namespace proconnect {

namespace limits {
inline constexpr qsizetype departureItems = 500;
inline constexpr qsizetype newcomers = 20;
} // namespace limits

template <typename V, Is<DepartureItem> T>
void describe(V& v, T& item)
{
    v.key("account", item.account, limits::id * 2);
    v.number("version", item.version, 0, limits::version);
    v.text("successor", item.successor, limits::id * 2);
    v.flag("withoutSuccessor", item.withoutSuccessor);
}

template <typename V, Is<Newcomer> T>
void describe(V& v, T& newcomer)
{
    v.key("name", newcomer.name, limits::name);
    v.key("email", newcomer.email, limits::email);
    v.texts("rights", newcomer.rights, limits::rights, limits::id);
    v.texts("sirets", newcomer.sirets, limits::establishments, 14);
}

template <typename V, Is<NewcomerProgress> T>
void describe(V& v, T& progress)
{
    v.object("newcomer", progress.newcomer);
    v.choice("state", progress.state);
    v.text("portalMessage", progress.portalMessage, limits::message);
    v.instant("at", progress.at);
}

template <typename V, Is<DepartureTerms> T>
void describe(V& v, T& terms)
{
    v.key("person", terms.person, limits::email); // or an address, or a number on the portal
    v.list("items", terms.items, limits::departureItems);
    v.instant("at", terms.at);
    v.list("newcomers", terms.newcomers, limits::newcomers);
}

template <typename V, Is<DepartureReason> T>
void describe(V& v, T& said)
{
    v.choice("reason", said.reason);
}

template <typename V, Is<DepartureStep> T>
void describe(V& v, T& step)
{
    v.key("account", step.account, limits::id * 2);
    v.key("portal", step.portal, limits::id);
    v.text("portalAccountId", step.portalAccountId, limits::id);
    v.text("roleLabel", step.roleLabel, limits::label);
    v.choice("state", step.state);
    v.text("successor", step.successor, limits::id * 2);
    v.text("successorName", step.successorName, limits::email);
    v.text("portalMessage", step.portalMessage, limits::message);
    v.instant("at", step.at);
    v.flag("late", step.late);
    v.instant("restorableUntil", step.restorableUntil);
    v.instant("restoredAt", step.restoredAt);
}

template <typename V, Is<Departure> T>
void describe(V& v, T& departure)
{
    v.key("id", departure.id, 36);
    v.key("person", departure.person, limits::email);
    v.choice("state", departure.state);
    v.text("startedBy", departure.startedBy, limits::name);
    v.instant("startedAt", departure.startedAt);
    v.instant("at", departure.at);
    v.choice("reason", departure.reason);
    v.list("steps", departure.steps, limits::departureItems);
    v.text("receiptNumber", departure.receiptNumber, limits::id);
    v.text("verificationCode", departure.verificationCode, limits::id);
    v.choice("putOff", departure.putOff);
    v.list("newcomers", departure.newcomers, limits::newcomers);
    v.text("request", departure.request, limits::id);
}

} // namespace proconnect
