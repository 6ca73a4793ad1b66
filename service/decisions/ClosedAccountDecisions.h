// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/AccountStore.h"
#include "service/decisions/DecisionContext.h"
#include "service/decisions/DecisionEffect.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/departures/DepartureProgress.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// What a director says of an account that a departure was to close: the portal has closed it, by a letter;
/// it is to be opened again.
class ClosedAccountDecisions
{
public:
    ClosedAccountDecisions(AccountStore accounts, const PortalDirectory& portals, DeliveryQueue queue,
                           DepartureStore departures, DepartureProgress progress)
        : m_accounts(accounts), m_portals(portals), m_queue(std::move(queue)), m_departures(departures),
          m_progress(progress)
    {}

    /// In the caller's transaction. Failures: NotFound, VersionChanged, NotAllowed (a delegate), Conflict
    /// (the account's closing does not wait for a letter; the portal does not open it again, or no more),
    /// AlreadyDecided (being opened), StrongSignInNeeded (opening what gives an administrator's role or a
    /// payment right).
    [[nodiscard]] Outcome<DecisionEffect> apply(QSqlDatabase& connection,
                                                const DecisionContext& context) const;

private:
    [[nodiscard]] Outcome<DecisionEffect> declareClosed(QSqlDatabase& connection, StoredAccount& stored,
                                                        const DecisionContext& context) const;
    [[nodiscard]] Outcome<DecisionEffect> restore(QSqlDatabase& connection, StoredAccount& stored,
                                                  const DecisionContext& context) const;
    [[nodiscard]] Outcome<bool> isBeingRestored(QSqlDatabase& connection, const StoredAccount& stored) const;

    AccountStore m_accounts;
    const PortalDirectory& m_portals;
    DeliveryQueue m_queue;
    DepartureStore m_departures;
    DepartureProgress m_progress;
};

} // namespace proconnect::service
