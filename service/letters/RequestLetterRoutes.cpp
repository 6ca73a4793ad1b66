// SPDX-License-Identifier: MIT
#include "service/letters/RequestLetterRoutes.h"

#include "service/letters/LetterPdf.h"
#include "service/storage/Database.h"

namespace proconnect::service {

void RequestLetterRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/portal/v1/requests/{reference}/letter"),
               m_parts.guard.guarding(scope::readRequest,
                                      [this](const HttpRequest& request, const PortalConfiguration& portal) {
                                          return letter(request, portal);
                                      }));
}

HttpResponse RequestLetterRoutes::letter(const HttpRequest& request, const PortalConfiguration& portal)
{
    const auto stored =
        m_parts.requests.read(portal.portal.id, request.parameters.value(QStringLiteral("reference")));
    if (!stored) {
        return HttpResponse::problem(stored.failure());
    }
    const auto asked = untold(stored.value());
    if (!asked) {
        return HttpResponse::problem(asked.failure());
    }
    const auto company = companyOf(stored.value().siren);
    if (!company) {
        return HttpResponse::problem(company.failure());
    }
    const auto pdf = letterPdf(requestLetter(asked.value(), company.value(), portal, m_parts.clock.now()));
    if (!pdf) {
        return HttpResponse::problem(pdf.failure());
    }
    return {200,
            {{"Content-Type", "application/pdf"},
             {"Content-Disposition", "attachment; filename=\"demande.pdf\""},
             {"Cache-Control", "no-store"}},
            pdf.value()};
}

Outcome<UntoldRequest> RequestLetterRoutes::untold(const StoredRequest& stored) const
{
    const AccessRequest& request = stored.request;
    if (!request.open()) {
        return Failure{FailureCode::RequestGone, QStringLiteral("the request is settled"), {}};
    }
    return m_parts.database.read<UntoldRequest>([&](QSqlDatabase& connection) -> Outcome<UntoldRequest> {
        const auto led = m_parts.notice.somebodyLeads(connection, stored.siren);
        const auto told = m_parts.notice.reachesSomebody(connection, stored.siren, request);
        if (!led || !told) {
            return led ? told.failure() : led.failure();
        }
        if (told.value()) {
            return Failure{FailureCode::Conflict, QStringLiteral("somebody is told of it by e-mail"), {}};
        }
        return UntoldRequest{request.id, request.expiresAt, led.value()};
    });
}

Outcome<RegisteredCompany> RequestLetterRoutes::companyOf(const QString& siren) const
{
    const auto known = m_parts.database.read<std::optional<RegisteredCompany>>(
        [&](QSqlDatabase& connection) { return m_companies.find(connection, siren); });
    if (!known) {
        return known.failure();
    }
    const auto number = SirenNumber::parse(siren);
    RegisteredCompany company = known.value().value_or(RegisteredCompany{});
    if (!known.value() && m_parts.lookup && number) {
        auto found = m_parts.lookup(*number);
        if (!found) {
            return found.failure();
        }
        company = std::move(found).value();
    }
    if (company.state == RegisteredCompany::State::Closed ||
        company.state == RegisteredCompany::State::Duplicate) {
        return Failure{FailureCode::CompanyClosed, QStringLiteral("nobody reads letters there"), {}};
    }
    if (company.withheld) {
        company.name.clear();
        company.address.clear();
    }
    company.siren = siren;
    return company;
}

} // namespace proconnect::service
