// SPDX-License-Identifier: MIT
#include "service/decisions/AccountsToClose.h"

#include "service/decisions/AccountClosing.h"
#include "service/decisions/AccountDecisions.h"

namespace proconnect::service {

Outcome<QList<StoredAccount>> AccountsToClose::find(QSqlDatabase& connection, const DecisionContext& context,
                                                    const QList<DepartureItem>& items) const
{
    const auto own = m_hands.ownedBy(connection, context.decision.siren, context.person);
    if (!own) {
        return own.failure();
    }
    QList<StoredAccount> accounts;
    for (const DepartureItem& item : items) {
        const auto found = m_accounts.find(connection, context.decision.siren, item.account);
        if (!found || !found.value()) {
            return found
                       ? Failure{FailureCode::NotFound, QStringLiteral("no such account of this company"), {}}
                       : found.failure();
        }
        if (const auto why = whyNotThis(connection, *found.value(), item.version, own.value())) {
            return *why;
        }
        accounts.append(*found.value());
    }
    return accounts;
}

std::optional<Failure> AccountsToClose::whyNotThis(QSqlDatabase& connection, const StoredAccount& stored,
                                                   int version, const OwnAccounts& own) const
{
    if (own.contain(stored)) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("nobody closes their own account so"), {}};
    }
    const auto other = startedBy(connection, stored);
    if (!other) {
        return other.failure();
    }
    if (!other.value().isEmpty() || !isCloseable(stored.account.state)) {
        return Failure{FailureCode::AlreadyDecided, QStringLiteral("an account is closed or closing"),
                       other.value()};
    }
    return whyNotAsShown(stored.account, version);
}

Outcome<QString> AccountsToClose::startedBy(QSqlDatabase& connection, const StoredAccount& stored) const
{
    const auto steps = m_departures.stepsOf(connection, stored.siren, stored.account.id);
    if (!steps) {
        return steps.failure();
    }
    for (const StoredStep& step : steps.value()) {
        const DepartureStepState state = step.step.state;
        const bool over = state == DepartureStepState::NotNeeded ||
                          (state == DepartureStepState::Confirmed && stored.account.openAccount()) ||
                          (state == DepartureStepState::DeclaredDone && isCloseable(stored.account.state));
        if (over) {
            continue;
        }
        const auto departure = m_departures.find(connection, step.departure);
        if (!departure || !departure.value()) {
            return departure ? Outcome<QString>(QString()) : Outcome<QString>(departure.failure());
        }
        const Departure& by = departure.value()->departure;
        return byWhom(by.startedBy, by.startedAt);
    }
    return QString();
}

StoredStep stepOf(const PortalAccount& account, const DepartureItem& item, const StoredDeparture& departure)
{
    StoredStep stored;
    stored.departure = departure.departure.id;
    stored.siren = departure.siren;
    stored.step.account = account.id;
    stored.step.portal = account.portal;
    stored.step.portalAccountId = account.portalAccountId;
    stored.step.roleLabel = account.roleLabel;
    stored.step.successor = item.successor;
    stored.step.at = departure.departure.startedAt;
    stored.withoutSuccessor = item.withoutSuccessor;
    stored.before = account.state;
    return stored;
}

} // namespace proconnect::service
