// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/BusinessNumbers.h"
#include "service/companies/CompanyStore.h"
#include "service/letters/RequestLetter.h"
#include "service/portals/PortalGuard.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/PortalRequests.h"

#include <functional>

namespace proconnect::service {

class Database;
class Router;

/// What SIRENE says of a company that nobody attached. Blocking. Failures: SirenUnknown,
/// RegistryUnavailable.
using CompanyLookup = std::function<Outcome<RegisteredCompany>(const SirenNumber& siren)>;

/// The post as last resort (domain 4.3, NON_DISTRIBUABLE): GET /portal/v1/requests/{reference}/letter gives
/// the portal the letter that it sends, while nobody can be told of its request by e-mail.
class RequestLetterRoutes
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        PortalGuard& guard;
        PortalRequests& requests;
        const DirectorNotice& notice;
        CompanyLookup lookup; ///< none: companies that nobody attached are written to by their number alone
    };
    RequestLetterRoutes(Parts parts, CompanyStore companies)
        : m_parts(std::move(parts)), m_companies(companies)
    {}

    /// Adds its route; this object must outlive the router's use.
    void addTo(Router& router);

private:
    [[nodiscard]] HttpResponse letter(const HttpRequest& request, const PortalConfiguration& portal);
    /// RequestGone once it is settled; Conflict when somebody is told of it by e-mail.
    [[nodiscard]] Outcome<UntoldRequest> untold(const StoredRequest& stored) const;
    /// What the letter may say of it: what is withheld from the public is not told to a portal either.
    [[nodiscard]] Outcome<RegisteredCompany> companyOf(const QString& siren) const;

    Parts m_parts;
    CompanyStore m_companies;
};

} // namespace proconnect::service
