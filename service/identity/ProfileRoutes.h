// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyDirectory.h"
#include "service/http/Router.h"
#include "service/sessions/SessionStore.h"

namespace proconnect::service {

/// GET /v1/me: who is signed in, and the companies they lead.
class ProfileRoutes
{
public:
    ProfileRoutes(SessionGuard& guard, SessionStore& sessions, CompanyDirectory& companies,
                  Database& database)
        : m_guard(guard), m_sessions(sessions), m_companies(companies), m_database(database)
    {}

    /// The routes refer to this object, which must outlive the router's use.
    void registerRoutes(Router& router);

private:
    [[nodiscard]] HttpResponse me(const HttpRequest& request);

    SessionGuard& m_guard;
    SessionStore& m_sessions;
    CompanyDirectory& m_companies;
    Database& m_database;
};

} // namespace proconnect::service
