// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/decisions/CompanyHands.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Names whoever takes over from an administrator who has left and whom nobody replaces: the director, or
/// somebody else, for whom the portal opens an account where they have none.
class SubstitutionDecisions
{
public:
    SubstitutionDecisions(AccountStore accounts, const PortalDirectory& portals, CompanyHands hands)
        : m_accounts(accounts), m_portals(portals), m_hands(hands)
    {}

    /// In the caller's transaction. Failures: NotFound, NotAllowed (a delegate; a portal that does not take
    /// such orders, or does not say which role the account has), StrongSignInNeeded (it gives an
    /// administrator's role), AlreadyDecided (the portal has been asked; the argument says by whom and when),
    /// VersionChanged, Conflict (the account is not orphaned), InvalidRequest ("successor": nobody who can
    /// take over).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    /// Of the account, whatever is read of the others.
    [[nodiscard]] std::optional<Failure> whyNotThis(const PortalAccount& account,
                                                    const DecisionContext& context) const;
    /// The account of whoever takes over.
    [[nodiscard]] Outcome<PortalAccount> successorOf(QSqlDatabase& connection, const PortalAccount& orphan,
                                                     const DecisionContext& context) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    CompanyHands m_hands;
};

} // namespace proconnect::service
