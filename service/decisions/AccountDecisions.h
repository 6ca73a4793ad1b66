// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/AccountClosing.h"
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
    AccountDecisions(AccountStore accounts, const PortalDirectory& portals, DepartureProgress departures)
        : m_accounts(accounts), m_portals(portals), m_closing(accounts, portals), m_departures(departures)
    {}

    /// Changes the account in the caller's transaction. Failures: NotFound, AlreadyDecided (closed, closing
    /// or certified already), VersionChanged, NotAllowed (a delegate; certifying somebody else's account, or
    /// on a portal that does not certify).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    [[nodiscard]] Outcome<DecisionEffect> close(QSqlDatabase& connection, StoredAccount& stored,
                                                const DecisionContext& context) const;
    [[nodiscard]] Outcome<DecisionEffect> certify(QSqlDatabase& connection, StoredAccount& stored,
                                                  const DecisionContext& context) const;
    [[nodiscard]] std::optional<Failure> whyNotCertifiable(const StoredAccount& stored,
                                                           const SignedInPerson& person) const;
    [[nodiscard]] bool reachable(const QString& portalId) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    AccountClosing m_closing;
    DepartureProgress m_departures;
};

/// The account that a decision is about. Failures: NotAllowed (a delegate), NotFound.
[[nodiscard]] Outcome<StoredAccount> targetOf(QSqlDatabase& connection, const AccountStore& accounts,
                                              const DecisionContext& context);

/// VersionChanged unless the account is as it was shown.
[[nodiscard]] std::optional<Failure> whyNotAsShown(const PortalAccount& account, int version);

/// Whether the account is that of the signed-in person: certified for them, or under their name.
[[nodiscard]] bool isOwnAccount(const StoredAccount& stored, const SignedInPerson& person);

} // namespace proconnect::service
