// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/DeclarationIntake.h"
#include "service/portals/PortalGuard.h"

namespace proconnect::service {

class Database;

/// Portals without a SCIM server tell their accounts themselves, in the same form: POST
/// /portal/v1/account-declarations. One call takes as much as any (64 kB); a company with more is declared in
/// pages, of which one at a time is in memory.
class AccountDeclarations
{
public:
    AccountDeclarations(Database& database, DeclarationIntake intake, const Clock& clock, PortalGuard& guard)
        : m_database(database), m_intake(intake), m_clock(clock), m_guard(guard)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse declare(const HttpRequest& request, const PortalConfiguration& portal);

    Database& m_database;
    DeclarationIntake m_intake;
    const Clock& m_clock;
    PortalGuard& m_guard;
};

} // namespace proconnect::service
