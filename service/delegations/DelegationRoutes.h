// SPDX-License-Identifier: MIT
#pragma once

#include "service/delegations/DelegateDesk.h"
#include "service/delegations/DelegationDesk.h"
#include "service/http/HttpMessage.h"

namespace proconnect::service {

class Router;

/// The desktop's way to delegations: those of a company for its directors, and one's own for a delegate.
class DelegationRoutes
{
public:
    DelegationRoutes(SessionGuard& guard, DelegationDesk& directors, DelegateDesk& delegates)
        : m_guard(guard), m_directors(directors), m_delegates(delegates)
    {}

    /// Adds its routes; this object must outlive the router's use.
    void addTo(Router& router);

private:
    /// All of a company for a director; for a delegate, their own line only.
    [[nodiscard]] HttpResponse ofCompany(const HttpRequest& request);
    [[nodiscard]] HttpResponse propose(const HttpRequest& request);
    [[nodiscard]] HttpResponse act(const HttpRequest& request);
    [[nodiscard]] HttpResponse own(const HttpRequest& request);
    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    [[nodiscard]] HttpResponse renounce(const HttpRequest& request);

    SessionGuard& m_guard;
    DelegationDesk& m_directors;
    DelegateDesk& m_delegates;
};

} // namespace proconnect::service
