// SPDX-License-Identifier: MIT
#include "service/contact_email/ContactEmailRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/companies/Mandates.h"
#include "service/contact_email/EmailVerifier.h"
#include "service/contact_email/SireneCourier.h"
#include "service/http/Router.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {
namespace {

struct Caller
{
    SignedInPerson person;
    QString siren;
};

/// A director of the company in the path, signed in recently enough.
Outcome<Caller> callerOf(const HttpRequest& request, SessionGuard& guard, Mandates& mandates)
{
    auto person = guard.authenticate(request);
    if (!person) {
        return person.failure();
    }
    const auto siren = SirenNumber::parse(request.parameters.value(QStringLiteral("siren")));
    if (!siren) {
        return Failure{FailureCode::SirenInvalid, QStringLiteral("siren: not a SIREN"), {}};
    }
    if (const auto recent = guard.requireRecentSignIn(person.value()); !recent) {
        return recent.failure();
    }
    if (const auto mandate = mandates.require(person.value().subject, siren->digits()); !mandate) {
        return mandate.failure();
    }
    return Caller{std::move(person).value(), siren->digits()};
}

Outcome<QString> memberOf(const HttpRequest& request, QLatin1String member)
{
    const auto body = request.json();
    if (!body) {
        return body.failure();
    }
    const QJsonValue value = body.value().value(member);
    return value.isString() ? Outcome<QString>(value.toString())
                            : Outcome<QString>(Failure{
                                  FailureCode::InvalidRequest, member + QStringLiteral(": missing"), {}});
}

} // namespace

void addContactEmailRoutes(Router& router, SessionGuard& guard, Mandates& mandates, EmailVerifier& verifier,
                           SireneCourier& courier)
{
    router.add("POST", QStringLiteral("/v1/companies/{siren}/contact-email/verifications"),
               [&](const HttpRequest& request) {
                   const auto caller = callerOf(request, guard, mandates);
                   if (!caller) {
                       return HttpResponse::problem(caller.failure());
                   }
                   if (const auto recent = guard.requireHighEffectSignIn(caller.value().person); !recent) {
                       return HttpResponse::problem(recent.failure());
                   }
                   const auto address = memberOf(request, QLatin1String("address"));
                   if (!address) {
                       return HttpResponse::problem(address.failure());
                   }
                   const auto started =
                       verifier.start(caller.value().person.subject, caller.value().siren, address.value());
                   return started ? HttpResponse::json(201, toJson(started.value()))
                                  : HttpResponse::problem(started.failure());
               });
    router.add("POST", QStringLiteral("/v1/companies/{siren}/contact-email/verifications/{id}"),
               [&](const HttpRequest& request) {
                   const auto caller = callerOf(request, guard, mandates);
                   if (!caller) {
                       return HttpResponse::problem(caller.failure());
                   }
                   const auto code = memberOf(request, QLatin1String("code"));
                   if (!code) {
                       return HttpResponse::problem(code.failure());
                   }
                   const auto email = verifier.confirm(
                       {caller.value().person.subject, caller.value().person.displayName},
                       caller.value().siren, request.parameters.value(QStringLiteral("id")), code.value());
                   if (!email) {
                       return HttpResponse::problem(email.failure());
                   }
                   courier.wake();
                   return HttpResponse::json(200, toJson(email.value()));
               });
}

} // namespace proconnect::service
