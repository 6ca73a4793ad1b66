// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/deliveries/DeliveryOrder.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>

#include <functional>

namespace proconnect::service {

class Database;
class ScimClient;

/// Whom an order to open an account is for, and what they are to do.
[[nodiscard]] Newcomer newcomerIn(const DeliveryOrder& order);

/// Has a portal open accounts over SCIM for people who shared one. Done twice it opens one; what was stopped
/// meanwhile is left undone, and so is what somebody has, or has asked for, by themselves.
class AccountOpenings final : public DeliveryCarrier
{
public:
    enum class Need { Open, Stopped, Present, Asked };
    /// What the company's own data say of it.
    using NeedReader = std::function<Outcome<Need>(QSqlDatabase& connection, const DeliveryOrder& order)>;

    AccountOpenings(Database& database, NeedReader needOf, ScimClient& scim, const PortalDirectory& portals)
        : m_database(database), m_needOf(std::move(needOf)), m_scim(scim), m_portals(portals)
    {}

    [[nodiscard]] DeliveryResult carry(const DeliveryOrder& order) override;
    [[nodiscard]] bool mayCall(const QString& portal) override;
    [[nodiscard]] QString use() const override { return QStringLiteral("orders"); }

private:
    Database& m_database;
    NeedReader m_needOf;
    ScimClient& m_scim;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
