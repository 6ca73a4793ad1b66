// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/AccountsToClose.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/decisions/DepartureLeaving.h"
#include "service/decisions/NewcomerInvitations.h"

namespace proconnect::service {

/// Starts departures: all of somebody's accounts are closed, now or at an hour; and ways out of a shared
/// account, which is closed once newcomers have their own. Stops what has not left.
class DepartureDecisions
{
public:
    DepartureDecisions(AccountStore accounts, CompanyHands hands, DepartureStore departures,
                       DepartureLeaving leaving, NewcomerInvitations invitations)
        : m_accounts(accounts), m_closable(accounts, hands, departures), m_hands(hands),
          m_departures(departures), m_leaving(leaving), m_invitations(std::move(invitations))
    {}

    /// All or nothing, in the caller's transaction. Failures: NotAllowed (a delegate; one's own account),
    /// InvalidRequest (the argument is the member at fault; "successor": the last hand on a portal needs
    /// somebody who can take over, or the word that nobody does), NotFound (no such account, or departure, of
    /// this company), VersionChanged, AlreadyDecided (closed or closing; of another departure the argument
    /// says by whom and when), those of NewcomerInvitations, Conflict (the identifier is another departure's;
    /// nothing is left to stop).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    [[nodiscard]] Outcome<DecisionEffect> start(QSqlDatabase& connection,
                                                const DecisionContext& context) const;
    [[nodiscard]] Outcome<DecisionEffect> stop(QSqlDatabase& connection,
                                               const DecisionContext& context) const;
    /// TooManyRequests when more people were named in a day than a company needs to.
    [[nodiscard]] Outcome<Done> roomForNewcomers(QSqlDatabase& connection,
                                                 const DecisionContext& context) const;
    /// Names the successors, whose names it fills in; InvalidRequest when one is missing or cannot be.
    [[nodiscard]] Outcome<Done> nameSuccessors(QSqlDatabase& connection, const QList<DepartureItem>& items,
                                               const QList<StoredAccount>& accounts,
                                               StoredDeparture& stored) const;

    AccountStore m_accounts;
    AccountsToClose m_closable;
    CompanyHands m_hands;
    DepartureStore m_departures;
    DepartureLeaving m_leaving;
    NewcomerInvitations m_invitations;
};

} // namespace proconnect::service
