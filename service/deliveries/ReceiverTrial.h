// SPDX-License-Identifier: MIT
#pragma once

#include "service/deliveries/DeliveryOrder.h"
#include "service/deliveries/SecurityEvents.h"
#include "service/portals/PortalSubscriptions.h"

namespace proconnect::service {

class Database;

/// Tries an address that a portal wants its events sent to, by a verification event (OpenID Shared Signals
/// 1.0, 8.1.4): a receiver that does not take it gets no decision of a director either. The order's target is
/// the address; one that the portal no longer wants is refused.
class ReceiverTrial final : public DeliveryCarrier
{
public:
    ReceiverTrial(SecurityEvents& events, Database& database, const PortalDirectory& portals)
        : m_events(events), m_database(database), m_portals(portals), m_subscriptions(portals)
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;
    [[nodiscard]] bool mayCall(const QString& portal) override;
    [[nodiscard]] QString use() const override { return QStringLiteral("verification"); }

private:
    SecurityEvents& m_events;
    Database& m_database;
    const PortalDirectory& m_portals;
    PortalSubscriptions m_subscriptions;
};

} // namespace proconnect::service
