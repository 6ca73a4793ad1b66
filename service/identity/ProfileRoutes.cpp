// SPDX-License-Identifier: MIT
#include "service/identity/ProfileRoutes.h"

#include "core/protocol/ModelJson.h"

namespace proconnect::service {

void ProfileRoutes::registerRoutes(Router& router)
{
    router.add("GET", QStringLiteral("/v1/me"), [this](const auto& r) { return me(r); });
}

HttpResponse ProfileRoutes::me(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto name = m_tokens.name(person.value().sessionId);
    if (!name) {
        return HttpResponse::problem(name.failure());
    }
    const auto companies = m_database.read<QList<Company>>([&](QSqlDatabase& connection) {
        return m_companies.companiesOf(connection, person.value().subject);
    });
    if (!companies) {
        return HttpResponse::problem(companies.failure());
    }
    UserProfile profile;
    profile.subject = person.value().subject;
    profile.givenName = name.value().given;
    profile.familyName = name.value().family;
    profile.signedInAt = person.value().signedInAt;
    profile.assurance = person.value().assurance;
    profile.highEffectAssurance = m_highEffectAssurance;
    profile.companies = companies.value();
    return HttpResponse::json(200, toJson(profile));
}

} // namespace proconnect::service
