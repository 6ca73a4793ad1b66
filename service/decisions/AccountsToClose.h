// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "service/decisions/CompanyHands.h"
#include "service/decisions/DecisionContext.h"
#include "service/departures/DepartureStore.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Finds the accounts that a decision closes with others, or later; whoever closes them, one rule.
class AccountsToClose
{
public:
    AccountsToClose(AccountStore accounts, CompanyHands hands, DepartureStore departures)
        : m_accounts(accounts), m_hands(hands), m_departures(departures)
    {}

    /// In the order of `items`. Failures: NotAllowed (one's own account), NotFound (none of this company),
    /// AlreadyDecided (closed or closing; of a departure the argument says by whom and when), VersionChanged.
    [[nodiscard]] Outcome<QList<StoredAccount>> find(QSqlDatabase& connection, const DecisionContext& context,
                                                     const QList<DepartureItem>& items) const;

private:
    [[nodiscard]] std::optional<Failure> whyNotThis(QSqlDatabase& connection, const StoredAccount& stored,
                                                    int version, const OwnAccounts& own) const;
    /// By whom and when the departure was started that closes the account; empty: by none.
    [[nodiscard]] Outcome<QString> startedBy(QSqlDatabase& connection, const StoredAccount& stored) const;

    AccountStore m_accounts;
    CompanyHands m_hands;
    DepartureStore m_departures;
};

/// The step by which `departure` closes the account.
[[nodiscard]] StoredStep stepOf(const PortalAccount& account, const DepartureItem& item,
                                const StoredDeparture& departure);

} // namespace proconnect::service
