// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountListings.h"
#include "service/portals/PortalGuard.h"

namespace proconnect::service {

class CompanyDirectory;
class Database;

/// Portals without a SCIM server tell their accounts themselves, in the same form: POST
/// /portal/v1/account-declarations.
class AccountDeclarations
{
public:
    AccountDeclarations(Database& database, AccountStore store, const Journal& journal, const Clock& clock,
                        CompanyDirectory& companies, PortalGuard& guard)
        : m_database(database), m_store(store), m_listings(store, journal), m_clock(clock),
          m_companies(companies), m_guard(guard)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse declare(const HttpRequest& request, const PortalConfiguration& portal);

    Database& m_database;
    AccountStore m_store;
    AccountListings m_listings;
    const Clock& m_clock;
    CompanyDirectory& m_companies;
    PortalGuard& m_guard;
};

} // namespace proconnect::service
