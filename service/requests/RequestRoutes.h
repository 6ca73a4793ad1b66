// SPDX-License-Identifier: MIT
#pragma once

#include "service/http/HttpMessage.h"
#include "service/portals/PortalGuard.h"
#include "service/requests/PortalRequests.h"

namespace proconnect::service {

class Router;

/// The portals' side of requests: /portal/v1/requests.
class RequestRoutes
{
public:
    RequestRoutes(PortalGuard& guard, PortalRequests& requests) : m_guard(guard), m_requests(requests) {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    using Operation = HttpResponse (RequestRoutes::*)(const HttpRequest& request, const QString& portal);
    [[nodiscard]] Handler guarded(const QString& neededScope, Operation operation);
    [[nodiscard]] HttpResponse deposit(const HttpRequest& request, const QString& portal);
    [[nodiscard]] HttpResponse read(const HttpRequest& request, const QString& portal);
    [[nodiscard]] HttpResponse withdraw(const HttpRequest& request, const QString& portal);
    [[nodiscard]] HttpResponse giveComplement(const HttpRequest& request, const QString& portal);

    PortalGuard& m_guard;
    PortalRequests& m_requests;
};

} // namespace proconnect::service
