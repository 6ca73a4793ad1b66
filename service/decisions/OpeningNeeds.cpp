// SPDX-License-Identifier: MIT
#include "service/decisions/OpeningNeeds.h"

#include "core/departure/WayOut.h"

#include <algorithm>

namespace proconnect::service {

Outcome<AccountOpenings::Need> OpeningNeeds::needOf(QSqlDatabase& connection,
                                                    const DeliveryOrder& order) const
{
    using Need = AccountOpenings::Need;
    const auto found = m_departures.find(connection, order.target);
    if (!found) {
        return found.failure();
    }
    // Where the shared account is gone already, they need their own all the more.
    if (!found.value() || found.value()->departure.state == DepartureState::Cancelled) {
        return Need::Stopped;
    }
    const Newcomer newcomer = newcomerIn(order);
    const QList<NewcomerProgress>& all = found.value()->departure.newcomers;
    const bool awaited = std::any_of(all.cbegin(), all.cend(), [&newcomer](const NewcomerProgress& one) {
        return one.newcomer.email == newcomer.email && one.state == NewcomerState::Requested;
    });
    if (!awaited) {
        return Need::Stopped;
    }
    PortalAccount shared;
    shared.id = order.content[u"account"].toString();
    shared.portal = order.portal;
    const auto accounts = m_accounts.accountsOn(connection, order.siren, order.portal);
    const auto requests = m_requests.requestsOf(connection, order.siren, order.createdAt);
    if (!accounts || !requests) {
        return accounts ? requests.failure() : accounts.failure();
    }
    for (const StoredAccount& each : accounts.value()) {
        if (ownAccountOf({each.account}, shared, newcomer)) {
            return Need::Present;
        }
    }
    for (const StoredRequest& each : requests.value()) {
        if (ownRequestOf({each.request}, shared, newcomer)) {
            return Need::Asked;
        }
    }
    return Need::Open;
}

} // namespace proconnect::service
