// SPDX-License-Identifier: MIT
#pragma once

#include "service/deliveries/DeliveryOrder.h"
#include "service/deliveries/SecurityEvents.h"
#include "service/portals/PortalSubscriptions.h"

namespace proconnect::service {

class Database;

/// Tells a portal what it waits for or subscribed to: the answer to a request, a question about it, a
/// closure, the end of a mandate, a certification withdrawn, a contact address changed.
class EventPusher final : public DeliveryCarrier
{
public:
    EventPusher(SecurityEvents& events, Database& database, const PortalDirectory& portals)
        : m_events(events), m_database(database), m_portals(portals), m_subscriptions(portals)
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;
    [[nodiscard]] bool mayCall(const QString& portal) override;
    [[nodiscard]] QString use() const override { return QStringLiteral("events"); }

private:
    /// Empty when there is none, or when it cannot be read now.
    [[nodiscard]] QUrl receiverOf(const QString& portal);

    SecurityEvents& m_events;
    Database& m_database;
    const PortalDirectory& m_portals;
    PortalSubscriptions m_subscriptions;
};

} // namespace proconnect::service
