// SPDX-License-Identifier: MIT
#include "service/deliveries/EventPusher.h"

#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

QString typeOf(DeliveryKind kind)
{
    const QString all = QStringLiteral("https://proconnect.gouv.fr/secevent/");
    switch (kind) {
    case DeliveryKind::RequestAnswer:
        return all + QStringLiteral("demande-decidee");
    case DeliveryKind::AskClosure:
        return all + QStringLiteral("revocation-demandee");
    case DeliveryKind::RequestQuestion:
        return all + QStringLiteral("complement-demande");
    case DeliveryKind::CertificationWithdrawn:
        return all + chosen_event::certificationWithdrawn;
    case DeliveryKind::ContactEmailChanged:
        return all + chosen_event::contactEmailChanged;
    default:
        return all + chosen_event::mandateEnded;
    }
}

} // namespace

DeliveryResult EventPusher::carry(const DeliveryOrder& order)
{
    const PortalConfiguration* portal = m_portals.find(order.portal);
    const QUrl receiver = receiverOf(order.portal);
    if (portal == nullptr || receiver.isEmpty()) {
        return {DeliveryResult::Kind::TryLater, QStringLiteral("the portal has no event receiver"), {}};
    }
    QJsonObject content = order.content;
    if (order.kind == DeliveryKind::RequestAnswer || order.kind == DeliveryKind::RequestQuestion) {
        content.insert(QStringLiteral("reference"), order.target);
    }
    return m_events.push(receiver, portal->clientId, {order.id, order.target, typeOf(order.kind), content});
}

bool EventPusher::mayCall(const QString& portal)
{
    const PortalConfiguration* configuration = m_portals.find(portal);
    return configuration == nullptr || m_events.mayCall(configuration->clientId);
}

QUrl EventPusher::receiverOf(const QString& portal)
{
    const PortalConfiguration* configuration = m_portals.find(portal);
    if (configuration == nullptr || configuration->eventsUrl.isEmpty()) {
        return {};
    }
    const auto subscription = m_database.read<PortalSubscription>(
        [&](QSqlDatabase& connection) { return m_subscriptions.of(connection, *configuration); });
    return subscription ? subscription.value().receiver : QUrl();
}

} // namespace proconnect::service
