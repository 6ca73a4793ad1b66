// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/AccountsToClose.h"
#include "service/decisions/DepartureLeaving.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/journal/Journal.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

/// Closes the account that somebody takes over with the request that the company accepts, in one decision:
/// the portal has the answer first, and the account goes once its data show theirs working. It is a departure
/// with one newcomer, named as the decision is.
class AccountReplacement
{
public:
    AccountReplacement(AccountStore accounts, CompanyHands hands, DepartureStore departures,
                       DepartureProgress progress, DepartureLeaving leaving, const Journal& journal)
        : m_closable(accounts, hands, departures), m_hands(hands), m_departures(departures),
          m_progress(progress), m_leaving(leaving), m_journal(journal)
    {}

    /// `stored`: the request, as it is answered; nothing is done where the decision names no account. In the
    /// caller's transaction. Failures: NotAllowed (a delegate), InvalidRequest (the argument is the member at
    /// fault: "departure", "items"), ReplacedGone, ReplacedClosing (of a departure the argument says by whom
    /// and when), ReplacedLastHand, ReplacedUnfit, VersionChanged (of the account), Conflict (another
    /// departure has the decision's identifier).
    [[nodiscard]] Outcome<Done> start(QSqlDatabase& connection, const DecisionContext& context,
                                      const StoredRequest& stored) const;

    /// The portal's word on the company's answer: `taken`, or it will not be. Then the account stays open,
    /// since nobody gets another one.
    [[nodiscard]] Outcome<Done> answered(QSqlDatabase& connection, const DeliveryOrder& answer, bool taken,
                                         const QDateTime& now) const;

private:
    /// Why this account cannot be closed with this request.
    [[nodiscard]] Outcome<Done> require(QSqlDatabase& connection, const DecisionContext& context,
                                        const StoredRequest& stored, const PortalAccount& account) const;

    AccountsToClose m_closable;
    CompanyHands m_hands;
    DepartureStore m_departures;
    DepartureProgress m_progress;
    DepartureLeaving m_leaving;
    const Journal& m_journal;
};

} // namespace proconnect::service
