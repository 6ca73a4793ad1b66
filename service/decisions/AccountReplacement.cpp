// SPDX-License-Identifier: MIT
#include "service/decisions/AccountReplacement.h"

#include "core/departure/Replacement.h"
#include "service/decisions/AccountClosing.h"

namespace proconnect::service {
namespace {

Failure invalid(const char* member, const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), QLatin1String(member)};
}

/// What cannot be so, whatever the account.
std::optional<Failure> whyNotRead(const DepartureTerms& terms)
{
    if (terms.items.size() != 1 || terms.items.constFirst().withoutSuccessor ||
        !terms.items.constFirst().successor.isEmpty()) {
        return invalid("items", "whoever asked takes over from one account");
    }
    // Who they are and what they are to do is in the request, and when they can follows from it.
    return terms.at || !terms.newcomers.isEmpty()
               ? std::optional(invalid("departure", "more than the account to close"))
               : std::nullopt;
}

Failure failureOf(ReplacementFault fault)
{
    switch (fault) {
    case ReplacementFault::LastHand:
        return {FailureCode::ReplacedLastHand,
                QStringLiteral("nobody could administer what this account does"),
                {}};
    case ReplacementFault::UnderWay:
        return {FailureCode::ReplacedClosing, QStringLiteral("the account is closed or closing"), {}};
    case ReplacementFault::NotThere:
        return {FailureCode::ReplacedGone, QStringLiteral("not an open account of that portal"), {}};
    case ReplacementFault::OwnAccount:
    case ReplacementFault::Mine:
    case ReplacementFault::Shared:
        break;
    }
    return {FailureCode::ReplacedUnfit, QStringLiteral("not an account that somebody can take over"), {}};
}

/// What is said of an account in a departure would be taken, in the answer to a request, for that request.
Failure ofTheAccount(const Failure& failure)
{
    switch (failure.code) {
    case FailureCode::NotFound:
        return {FailureCode::ReplacedGone, failure.detail, {}};
    case FailureCode::AlreadyDecided:
        return {FailureCode::ReplacedClosing, failure.detail, failure.argument};
    case FailureCode::NotAllowed:
        return {FailureCode::ReplacedUnfit, failure.detail, {}};
    default:
        return failure;
    }
}

} // namespace

Outcome<Done> AccountReplacement::start(QSqlDatabase& connection, const DecisionContext& context,
                                        const StoredRequest& stored) const
{
    const Decision& decision = context.decision;
    if (!decision.departure) {
        return Done{};
    }
    if (!context.standing.mandate) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("no delegation reaches accounts"), {}};
    }
    if (const auto why = whyNotRead(*decision.departure)) {
        return *why;
    }
    const QList<DepartureItem>& items = decision.departure->items;
    const auto accounts = m_closable.find(connection, context, items);
    if (!accounts) {
        return ofTheAccount(accounts.failure());
    }
    const PortalAccount& account = accounts.value().constFirst().account;
    if (auto required = require(connection, context, stored, account); !required) {
        return required;
    }
    StoredDeparture replacement;
    replacement.siren = decision.siren;
    replacement.decision = decision.id.toLower();
    replacement.decidedBy = context.person.subject;
    replacement.dueAt = context.now;
    Departure& departure = replacement.departure;
    departure.id = replacement.decision;
    departure.person = personOf(account);
    departure.startedBy = context.person.displayName;
    departure.startedAt = context.now;
    departure.request = stored.request.id;
    departure.newcomers = {{newcomerOf(stored.request), NewcomerState::Requested, {}, context.now}};
    StoredStep step = stepOf(account, items.constFirst(), replacement);
    step.role = roleToCome(stored.request);
    replacement.steps = {step};
    if (auto added = m_departures.insert(connection, replacement); !added) {
        return added;
    }
    // Nothing leaves: the portal has not had the answer. The account waits from now on.
    const auto held = m_leaving.leave(connection, replacement, context.now);
    return held ? m_journal.add(connection, decision.siren,
                                {0, context.now, journalKind(departure, QStringLiteral("started")),
                                 departure.person, departure.startedBy, account.portal})
                : Outcome<Done>(held.failure());
}

Outcome<Done> AccountReplacement::require(QSqlDatabase& connection, const DecisionContext& context,
                                          const StoredRequest& stored, const PortalAccount& account) const
{
    const auto company = m_hands.read(connection, stored.siren);
    if (!company) {
        return company.failure();
    }
    const auto fault = replacementFault(company.value(), stored.request, account, dayInParis(context.now));
    return fault ? Outcome<Done>(failureOf(*fault)) : Outcome<Done>(Done{});
}

Outcome<Done> AccountReplacement::answered(QSqlDatabase& connection, const DeliveryOrder& answer, bool taken,
                                           const QDateTime& now) const
{
    auto found = m_departures.find(connection, answer.decision.toLower());
    if (!found || !found.value() || found.value()->departure.request != answer.target) {
        return found ? Outcome<Done>(Done{}) : Outcome<Done>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    if (taken) {
        // They have what they registered for from here on; that it works is what the portal's data show.
        const auto gone = m_progress.opening(connection,
                                             {stored.departure.id,
                                              stored.departure.newcomers.constFirst().newcomer.email,
                                              NewcomerState::Invited,
                                              {}},
                                             now);
        return gone ? Outcome<Done>(Done{}) : Outcome<Done>(gone.failure());
    }
    const auto kept = m_leaving.stop(connection, stored, now);
    if (!kept || kept.value() == 0) {
        return kept ? Outcome<Done>(Done{}) : Outcome<Done>(kept.failure());
    }
    return m_journal.add(connection, stored.siren,
                         {0,
                          now,
                          journalKind(stored.departure, QStringLiteral("unanswered")),
                          stored.departure.person,
                          {},
                          answer.portal});
}

} // namespace proconnect::service
