// SPDX-License-Identifier: MIT
#include "service/portals/PortalGuard.h"

namespace proconnect::service {

Outcome<const PortalConfiguration*> PortalGuard::authenticate(const HttpRequest& request,
                                                              const QString& neededScope)
{
    const QByteArray header = request.header("authorization");
    const QByteArray scheme = QByteArrayLiteral("bearer ");
    if (header.left(scheme.size()).toLower() != scheme) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("no bearer token"), {}};
    }
    const auto grant = m_tokens.grantOf(header.mid(scheme.size()).trimmed());
    if (!grant) {
        return grant.failure();
    }
    const PortalConfiguration* portal = m_portals.findClient(grant.value().clientId);
    if (portal == nullptr) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("the portal is no longer declared"), {}};
    }
    if (!grant.value().scopes.contains(neededScope) || !portal->scopes.contains(neededScope)) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("the token lacks the scope"), {}};
    }
    const auto counted = m_quota.take(*portal);
    return counted ? Outcome<const PortalConfiguration*>(portal)
                   : Outcome<const PortalConfiguration*>(counted.failure());
}

} // namespace proconnect::service
