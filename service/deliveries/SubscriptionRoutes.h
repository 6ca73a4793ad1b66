// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/portals/PortalGuard.h"
#include "service/portals/PortalSubscriptions.h"

namespace proconnect::service {

class Database;

/// A portal's subscription: GET and PUT /portal/v1/subscription (domain 4.6, scope dirigeant.abonner).
class SubscriptionRoutes
{
public:
    SubscriptionRoutes(Database& database, DeliveryQueue queue, const PortalDirectory& portals,
                       const Clock& clock, PortalGuard& guard)
        : m_database(database), m_queue(std::move(queue)), m_subscriptions(portals), m_clock(clock),
          m_guard(guard)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse read(const PortalConfiguration& portal);
    [[nodiscard]] HttpResponse change(const HttpRequest& request, const PortalConfiguration& portal);
    /// The new address takes the other's place once it took the event that tries it.
    [[nodiscard]] Outcome<Done> trial(QSqlDatabase& connection, const PortalConfiguration& portal,
                                      PortalSubscription& subscription, const QUrl& wanted) const;

    Database& m_database;
    DeliveryQueue m_queue;
    PortalSubscriptions m_subscriptions;
    const Clock& m_clock;
    PortalGuard& m_guard;
};

} // namespace proconnect::service
