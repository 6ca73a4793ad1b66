// SPDX-License-Identifier: MIT
#pragma once

#include "service/portals/PortalQuota.h"
#include "service/portals/PortalTokens.h"

namespace proconnect::service {

/// Checks the Authorization header of portals' calls.
class PortalGuard
{
public:
    PortalGuard(PortalTokens& tokens, const PortalDirectory& portals, const Clock& clock)
        : m_tokens(tokens), m_portals(portals), m_quota(clock)
    {}

    /// The portal that calls. Failures: Unauthorized (no bearer token of a portal, or past its hour),
    /// NotAllowed (the token does not carry `neededScope`), TooManyRequests (its quota is used up). The
    /// pointer lives as long as the directory.
    [[nodiscard]] Outcome<const PortalConfiguration*> authenticate(const HttpRequest& request,
                                                                   const QString& neededScope);

private:
    PortalTokens& m_tokens;
    const PortalDirectory& m_portals;
    PortalQuota m_quota;
};

} // namespace proconnect::service
