// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountStore.h"
#include "service/companies/CompanyStore.h"
#include "service/delegations/ActingRights.h"
#include "service/letters/ClosureLetter.h"
#include "service/portals/PortalDirectory.h"
#include "service/sessions/SessionGuard.h"

#include <QUrl>

namespace proconnect::service {

class Database;
class Router;

/// The letter that asks a portal to close an account by hand: GET
/// /v1/companies/{siren}/closure-letter?account=ID, for a director, once the closure is decided.
class LetterRoutes
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        SessionGuard& sessions;
        ActingRights& rights;
        const PortalDirectory& portals;
        QUrl publicUrl;
    };
    LetterRoutes(Parts parts, AccountStore accounts, CompanyStore companies)
        : m_parts(std::move(parts)), m_accounts(accounts), m_companies(companies)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse letter(const HttpRequest& request);
    /// NotFound without such an account; Conflict when its closure waits for no letter.
    [[nodiscard]] Outcome<ClosureRequest> read(QSqlDatabase& connection, const QString& siren,
                                               const QString& accountId) const;

    Parts m_parts;
    AccountStore m_accounts;
    CompanyStore m_companies;
};

} // namespace proconnect::service
