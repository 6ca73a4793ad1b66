// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/DirectorVerification.h"
#include "service/portals/PortalGuard.h"

namespace proconnect::service {

class Router;

/// A portal's credentials and its question "still director?".
class PortalRoutes
{
public:
    PortalRoutes(PortalTokens& tokens, PortalGuard& guard, DirectorVerification& verification)
        : m_tokens(tokens), m_guard(guard), m_verification(verification)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse verify(const HttpRequest& request, const PortalConfiguration& portal);

    PortalTokens& m_tokens;
    PortalGuard& m_guard;
    DirectorVerification& m_verification;
};

} // namespace proconnect::service
