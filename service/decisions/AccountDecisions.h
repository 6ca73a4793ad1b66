// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/AccountClosing.h"
#include "service/decisions/CompanyHands.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/departures/DepartureProgress.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Closes accounts, and certifies the director's own.
class AccountDecisions
{
public:
    AccountDecisions(AccountStore accounts, const PortalDirectory& portals, CompanyHands hands,
                     DepartureStore departures, DepartureProgress progress)
        : m_accounts(accounts), m_portals(portals), m_hands(hands), m_departures(departures),
          m_closing(accounts, portals), m_progress(progress)
    {}

    /// Changes the account in the caller's transaction. Failures: NotFound, AlreadyDecided (closed, closing
    /// or certified already), VersionChanged, LastHand (nobody else administers what the account does, and no
    /// departure has weighed it), NotAllowed (a delegate; certifying somebody else's account, or on a portal
    /// that does not certify).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    [[nodiscard]] Outcome<DecisionEffect> close(QSqlDatabase& connection, StoredAccount& stored,
                                                const DecisionContext& context) const;
    /// What a departure asks before an account leaves, and did of one that it is asked to close once more.
    [[nodiscard]] Outcome<bool> isLastHand(QSqlDatabase& connection, const StoredAccount& stored,
                                           const QDateTime& now) const;
    [[nodiscard]] Outcome<DecisionEffect> certify(QSqlDatabase& connection, StoredAccount& stored,
                                                  const DecisionContext& context) const;
    [[nodiscard]] std::optional<Failure> whyNotCertifiable(const StoredAccount& stored,
                                                           const OwnAccounts& own) const;
    [[nodiscard]] bool reachable(const QString& portalId) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    CompanyHands m_hands;
    DepartureStore m_departures;
    AccountClosing m_closing;
    DepartureProgress m_progress;
};

/// The account that a decision is about. Failures: NotAllowed (a delegate), NotFound.
[[nodiscard]] Outcome<StoredAccount> targetOf(QSqlDatabase& connection, const AccountStore& accounts,
                                              const DecisionContext& context);

/// VersionChanged unless the account is as it was shown.
[[nodiscard]] std::optional<Failure> whyNotAsShown(const PortalAccount& account, int version);

} // namespace proconnect::service
