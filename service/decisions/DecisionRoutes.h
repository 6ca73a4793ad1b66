// SPDX-License-Identifier: MIT
#pragma once

#include "service/decisions/DecisionDesk.h"
#include "service/http/HttpMessage.h"

namespace proconnect::service {

class Router;

/// The desktop's way to decide: POST /v1/companies/{siren}/decisions.
class DecisionRoutes
{
public:
    DecisionRoutes(SessionGuard& guard, DecisionDesk& desk) : m_guard(guard), m_desk(desk) {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse decide(const HttpRequest& request);

    SessionGuard& m_guard;
    DecisionDesk& m_desk;
};

} // namespace proconnect::service
