// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/Router.h"
#include "service/portals/PortalTokens.h"
#include "service/quotas/CallQuota.h"

#include <functional>

namespace proconnect::service {

/// Answers a call of a portal that was let in.
using PortalHandler = std::function<HttpResponse(const HttpRequest&, const PortalConfiguration&)>;

/// Stands before portals' routes as an API manager would: token, quota, scope.
class PortalGuard
{
public:
    PortalGuard(PortalTokens& tokens, const PortalDirectory& portals, CallQuota& quota)
        : m_tokens(tokens), m_portals(portals), m_quota(quota)
    {}

    /// Lets calls through to `handler` that carry a token with `neededScope`, and tells the caller what is
    /// left of its quota (RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers). Problems:
    /// Unauthorized (no bearer token of a portal, or past its hour), TooManyRequests, NotAllowed (scope).
    /// This object must outlive the handler's use.
    [[nodiscard]] Handler guarding(const QString& neededScope, PortalHandler handler);

private:
    struct Caller
    {
        const PortalConfiguration* portal;
        QStringList scopes;
    };
    [[nodiscard]] Outcome<Caller> authenticate(const HttpRequest& request);

    PortalTokens& m_tokens;
    const PortalDirectory& m_portals;
    CallQuota& m_quota;
};

} // namespace proconnect::service
