// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Closes accounts, and certifies the director's own.
class AccountDecisions
{
public:
    AccountDecisions(AccountStore accounts, const PortalDirectory& portals)
        : m_accounts(accounts), m_portals(portals)
    {}

    /// Changes the account in the caller's transaction. Failures: NotFound, AlreadyDecided (closed, closing
    /// or certified already), VersionChanged, NotAllowed (a delegate; certifying somebody else's account, or
    /// on a portal that does not certify).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    [[nodiscard]] std::optional<Failure> whyNotCloseable(const StoredAccount& stored) const;
    [[nodiscard]] std::optional<Failure> whyNotCertifiable(const StoredAccount& stored,
                                                           const SignedInPerson& person) const;
    [[nodiscard]] bool reachable(const QString& portalId) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
};

/// Whether the account is that of the signed-in person: certified for them, or under their name.
[[nodiscard]] bool isOwnAccount(const StoredAccount& stored, const SignedInPerson& person);

} // namespace proconnect::service
