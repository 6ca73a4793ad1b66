// SPDX-License-Identifier: MIT
#include "service/deliveries/ContactEmailEvents.h"

namespace proconnect::service {

Outcome<Done> ContactEmailEvents::tell(QSqlDatabase& connection, const QString& siren,
                                       const ContactEmail& recorded, const QDateTime& now) const
{
    const auto portals = m_accounts.portalsOf(connection, siren);
    if (!portals) {
        return portals.failure();
    }
    for (const QString& portal : portals.value()) {
        const auto wanted = m_subscriptions.wants(connection, portal, chosen_event::contactEmailChanged);
        if (!wanted) {
            return wanted.failure();
        }
        if (!wanted.value()) {
            continue;
        }
        DeliveryOrder order;
        order.siren = siren;
        order.portal = portal;
        order.kind = DeliveryKind::ContactEmailChanged;
        order.target = siren;
        order.content = {
            {QStringLiteral("siren"), siren},
            {QStringLiteral("address"), recorded.address},
            {QStringLiteral("recordedAt"), recorded.changedAt.value_or(now).toUTC().toString(Qt::ISODate)}};
        if (const auto added = m_queue.add(connection, order, now); !added) {
            return added;
        }
    }
    return Done{};
}

} // namespace proconnect::service
