// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountStore.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/portals/PortalDirectory.h"

namespace proconnect::service {

class Database;
class ScimClient;

/// Closes accounts on a portal's SCIM server, opens them again, certifies them and takes certifications back.
/// Each is the same when done twice; the closing of an account that was opened again is left undone.
class AccountOrders final : public DeliveryCarrier
{
public:
    AccountOrders(Database& database, AccountStore store, ScimClient& scim, const PortalDirectory& portals,
                  const Clock& clock)
        : m_database(database), m_store(store), m_scim(scim), m_portals(portals), m_clock(clock)
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;
    [[nodiscard]] bool mayCall(const QString& portal) override;
    [[nodiscard]] QString use() const override { return QStringLiteral("orders"); }

private:
    /// An account as it is now, and whether an order about it is still what the company wants.
    struct Target
    {
        std::optional<StoredAccount> stored;
        bool overtaken = false;
    };
    /// In Paris.
    [[nodiscard]] QDate today() const;
    [[nodiscard]] Outcome<Target> targetOf(QSqlDatabase& connection, const DeliveryOrder& order) const;
    [[nodiscard]] Outcome<ScimAccount> open(const DeliveryOrder& order, const PortalConfiguration& portal,
                                            const NewScimAccount& newcomer);
    [[nodiscard]] Outcome<ScimAccount> send(const DeliveryOrder& order, const PortalConfiguration& portal,
                                            const StoredAccount& stored);

    Database& m_database;
    AccountStore m_store;
    ScimClient& m_scim;
    const PortalDirectory& m_portals;
    const Clock& m_clock;
};

} // namespace proconnect::service
