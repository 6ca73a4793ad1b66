// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyDirectory.h"
#include "service/http/Router.h"
#include "service/sessions/AccessTokens.h"

namespace proconnect::service {

/// GET /v1/me: who is signed in, and the companies they lead.
class ProfileRoutes
{
public:
    /// `highEffectAssurance`: least eIDAS rank for acts of high effect.
    ProfileRoutes(SessionGuard& guard, const AccessTokens& tokens, CompanyDirectory& companies,
                  Database& database, int highEffectAssurance)
        : m_guard(guard), m_tokens(tokens), m_companies(companies), m_database(database),
          m_highEffectAssurance(highEffectAssurance)
    {}

    /// The routes refer to this object, which must outlive the router's use.
    void registerRoutes(Router& router);

private:
    [[nodiscard]] HttpResponse me(const HttpRequest& request);

    SessionGuard& m_guard;
    const AccessTokens& m_tokens;
    CompanyDirectory& m_companies;
    Database& m_database;
    int m_highEffectAssurance;
};

} // namespace proconnect::service
