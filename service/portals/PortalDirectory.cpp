// SPDX-License-Identifier: MIT
#include "service/portals/PortalDirectory.h"

#include <QSet>

#include <algorithm>

namespace proconnect::service {

Outcome<PortalDirectory> PortalDirectory::read(const QList<PortalConfig>& sections)
{
    QList<PortalConfiguration> portals;
    for (const PortalConfig& section : sections) {
        auto portal = readPortalSection(section.id, section.values);
        if (!portal) {
            return portal.failure();
        }
        portals.append(portal.value());
    }
    return create(std::move(portals));
}

Outcome<PortalDirectory> PortalDirectory::create(QList<PortalConfiguration> portals)
{
    QSet<QString> ids;
    QSet<QString> clients;
    for (const PortalConfiguration& portal : portals) {
        if (ids.contains(portal.portal.id) || clients.contains(portal.clientId)) {
            return Failure{
                FailureCode::Conflict,
                QStringLiteral("[portal.%1] shares its identifier or client_id with another portal")
                    .arg(portal.portal.id),
                {}};
        }
        ids.insert(portal.portal.id);
        clients.insert(portal.clientId);
    }
    return PortalDirectory(std::move(portals));
}

QList<Portal> PortalDirectory::portals() const
{
    QList<Portal> result;
    for (const PortalConfiguration& portal : m_portals) {
        result.append(portal.portal);
    }
    return result;
}

const PortalConfiguration* PortalDirectory::find(const QString& portalId) const
{
    const auto it = std::find_if(m_portals.begin(), m_portals.end(),
                                 [&](const PortalConfiguration& p) { return p.portal.id == portalId; });
    return it == m_portals.end() ? nullptr : &*it;
}

const PortalConfiguration* PortalDirectory::findClient(const QString& clientId) const
{
    const auto it = std::find_if(m_portals.begin(), m_portals.end(),
                                 [&](const PortalConfiguration& p) { return p.clientId == clientId; });
    return it == m_portals.end() ? nullptr : &*it;
}

QString PortalDirectory::nameOf(const QString& portalId) const
{
    const PortalConfiguration* portal = find(portalId);
    return portal == nullptr ? portalId : portal->portal.name;
}

} // namespace proconnect::service
