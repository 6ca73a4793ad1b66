// SPDX-License-Identifier: MIT
#include "service/companies/CompanyRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/companies/CompanyChecker.h"
#include "service/http/Router.h"
#include "service/quotas/CallQuota.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {
namespace {

/// Who asks, with what identity, about which company.
struct CompanyQuestion
{
    SignedInPerson person;
    FranceConnectIdentity identity;
    SirenNumber siren;
};

Outcome<CompanyQuestion> questionOf(SessionGuard& guard, CallQuota& quota, const HttpRequest& request)
{
    auto person = guard.authenticate(request);
    if (!person) {
        return person.failure();
    }
    const auto body = request.json();
    if (!body) {
        return body.failure();
    }
    const auto siren = SirenNumber::parse(body.value().value(QLatin1String("siren")).toString());
    if (!siren) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren: not a SIREN"), {}};
    }
    auto identity = guard.identityForMatching(person.value());
    if (!identity) {
        return identity.failure();
    }
    if (const auto counted = quota.take(person.value().subject, checksAnHour); !counted) {
        return counted.failure();
    }
    return CompanyQuestion{std::move(person).value(), std::move(identity).value(), *siren};
}

} // namespace

void addCompanyRoutes(Router& router, SessionGuard& guard, CompanyChecker& checker, CallQuota& quota,
                      std::function<void(const QString& siren)> attached)
{
    router.add("POST", QStringLiteral("/v1/company-checks"),
               [&guard, &checker, &quota](const HttpRequest& request) {
                   const auto question = questionOf(guard, quota, request);
                   if (!question) {
                       return HttpResponse::problem(question.failure());
                   }
                   const auto check = checker.check(question.value().person.subject,
                                                    question.value().identity, question.value().siren);
                   return check ? HttpResponse::json(200, toJson(check.value()))
                                : HttpResponse::problem(check.failure());
               });
    router.add("POST", QStringLiteral("/v1/companies"),
               [&guard, &checker, &quota, attached = std::move(attached)](const HttpRequest& request) {
                   const auto question = questionOf(guard, quota, request);
                   if (!question) {
                       return HttpResponse::problem(question.failure());
                   }
                   const auto company = checker.attach(question.value().person.subject,
                                                       question.value().identity, question.value().siren);
                   if (!company) {
                       return HttpResponse::problem(company.failure());
                   }
                   attached(company.value().siren);
                   return HttpResponse::json(201, toJson(company.value()));
               });
}

} // namespace proconnect::service
