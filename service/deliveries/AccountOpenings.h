// SPDX-License-Identifier: MIT
#pragma once

#include "service/deliveries/DeliveryOrder.h"
#include "service/departures/DepartureStore.h"
#include "service/portals/PortalDirectory.h"

namespace proconnect::service {

class Database;
class ScimClient;
struct ScimAccount;

/// Has a portal open accounts over SCIM for people who shared one. Done twice it opens one; what was stopped
/// meanwhile is left undone.
class AccountOpenings final : public DeliveryCarrier
{
public:
    AccountOpenings(Database& database, DepartureStore departures, ScimClient& scim,
                    const PortalDirectory& portals)
        : m_database(database), m_departures(departures), m_scim(scim), m_portals(portals)
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;
    [[nodiscard]] bool mayCall(const QString& portal) override;
    [[nodiscard]] QString use() const override { return QStringLiteral("orders"); }

private:
    /// The company still wants it.
    [[nodiscard]] Outcome<bool> isWanted(QSqlDatabase& connection, const DeliveryOrder& order) const;
    [[nodiscard]] Outcome<ScimAccount> open(const DeliveryOrder& order, const PortalConfiguration& portal);

    Database& m_database;
    DepartureStore m_departures;
    ScimClient& m_scim;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
