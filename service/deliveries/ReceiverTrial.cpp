// SPDX-License-Identifier: MIT
#include "service/deliveries/ReceiverTrial.h"

#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QString verification =
    QStringLiteral("https://schemas.openid.net/secevent/ssf/event-type/verification");

} // namespace

DeliveryResult ReceiverTrial::carry(const DeliveryOrder& order)
{
    const PortalConfiguration* portal = m_portals.find(order.portal);
    if (portal == nullptr) {
        return DeliveryResult::refusedUnsent(QStringLiteral("the portal is no longer declared"));
    }
    const auto subscription = m_database.read<PortalSubscription>(
        [&](QSqlDatabase& connection) { return m_subscriptions.of(connection, *portal); });
    if (!subscription) {
        return {DeliveryResult::Kind::TryLater, subscription.failure().detail, {}};
    }
    const QUrl& candidate = subscription.value().candidate;
    if (candidate.isEmpty() || candidate.toString(QUrl::FullyEncoded) != order.target) {
        return DeliveryResult::refusedUnsent(QStringLiteral("the portal wants another address"));
    }
    return m_events.push(candidate, portal->clientId, {order.id, portal->clientId, verification, {}});
}

bool ReceiverTrial::mayCall(const QString& portal)
{
    const PortalConfiguration* configuration = m_portals.find(portal);
    return configuration == nullptr || m_events.mayCall(configuration->clientId);
}

} // namespace proconnect::service
