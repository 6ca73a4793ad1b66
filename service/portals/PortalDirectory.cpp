// SPDX-License-Identifier: MIT
#include "service/portals/PortalDirectory.h"

#include <QSet>

#include <algorithm>

namespace proconnect::service {

Outcome<PortalDirectory> PortalDirectory::create(QList<PortalConfiguration> portals)
{
    QSet<QString> ids;
    QSet<QString> clients;
    for (const PortalConfiguration& portal : portals) {
        ids.insert(portal.portal.id);
        clients.insert(portal.clientId);
    }
    if (ids.size() != portals.size() || clients.size() != portals.size()) {
        return Failure{
            FailureCode::Conflict, QStringLiteral("two portals share an identifier or a client_id"), {}};
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
