// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/DeclarationIntake.h"
#include "service/delegations/ActingRights.h"
#include "service/portals/PortalDirectory.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

class Database;
class Router;

/// A portal without an interface gives its list of accounts as a file, which a director hands in: POST
/// /v1/companies/{siren}/account-files/{portal}?asOf=INSTANT, a page of it with series, number and of, and
/// with replaces=INSTANT in place of the newer list that was so then. The journal says who did; the accounts'
/// source is the file, with its date.
class AccountFileRoutes
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        SessionGuard& sessions;
        ActingRights& rights;
        const PortalDirectory& portals;
        const Journal& journal;
    };
    AccountFileRoutes(Parts parts, DeclarationIntake intake) : m_parts(parts), m_intake(intake) {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse handIn(const HttpRequest& request);
    /// What the file declares; Conflict when this portal's accounts come otherwise.
    [[nodiscard]] Outcome<AccountDeclaration> read(const HttpRequest& request, const QString& siren) const;
    [[nodiscard]] Outcome<DeclarationIntake::Taken> take(QSqlDatabase& connection,
                                                         const SignedInPerson& person, const QString& portal,
                                                         const AccountDeclaration& declaration);

    Parts m_parts;
    DeclarationIntake m_intake;
};

} // namespace proconnect::service
