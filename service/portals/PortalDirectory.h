// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/portals/PortalConfiguration.h"

#include <QList>

namespace proconnect::service {

/// The portals that the operator declared. Filled at start, then read from any thread.
class PortalDirectory
{
public:
    /// Reads every section (readPortalSection) and takes them together (create).
    [[nodiscard]] static Outcome<PortalDirectory> read(const QList<PortalConfig>& sections);
    /// Conflict when two portals share an identifier or a client_id.
    [[nodiscard]] static Outcome<PortalDirectory> create(QList<PortalConfiguration> portals);

    [[nodiscard]] const QList<PortalConfiguration>& all() const { return m_portals; }
    [[nodiscard]] QList<Portal> portals() const;
    /// Null when there is no such portal.
    [[nodiscard]] const PortalConfiguration* find(const QString& portalId) const;
    [[nodiscard]] const PortalConfiguration* findClient(const QString& clientId) const;
    /// The portal's name, or its identifier when it is no longer declared.
    [[nodiscard]] QString nameOf(const QString& portalId) const;

private:
    explicit PortalDirectory(QList<PortalConfiguration> portals) : m_portals(std::move(portals)) {}

    QList<PortalConfiguration> m_portals;
};

} // namespace proconnect::service
