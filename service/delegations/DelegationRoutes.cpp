// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/sessions/PathSiren.h"
#include "service/sessions/SignedBody.h"

namespace proconnect::service {
namespace {

/// Who calls, about which company.
struct Caller
{
    SignedInPerson person;
    QString siren;
};

Outcome<Caller> callerOf(const HttpRequest& request, SessionGuard& guard)
{
    auto person = guard.authenticate(request);
    if (!person) {
        return person.failure();
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return named.failure();
    }
    const QString& siren = named.value().digits();
    return Caller{std::move(person).value(), siren};
}

/// What a director's device signed, about the company of the path.
template <typename T>
Outcome<T> signedBy(const Caller& caller, const HttpRequest& request, const QString& type)
{
    if (request.header("content-type").toLower() != "application/jose") {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("content-type is not JOSE"), {}};
    }
    const auto claims = readSignedBody(request.body, caller.person, type);
    if (!claims) {
        return claims.failure();
    }
    auto content = fromJson<T>(claims.value(), FailureCode::InvalidRequest);
    if (!content) {
        return content.failure();
    }
    if (!isUuid(content.value().id) || content.value().siren != caller.siren) {
        return Failure{
            FailureCode::InvalidRequest, QStringLiteral("no UUID, or another company than in the path"), {}};
    }
    return content;
}

template <typename T>
HttpResponse answered(const Outcome<T>& outcome)
{
    return outcome ? HttpResponse::json(200, toJson(outcome.value()))
                   : HttpResponse::problem(outcome.failure());
}

} // namespace

void DelegationRoutes::addTo(Router& router)
{
    router.add("GET", QStringLiteral("/v1/companies/{siren}/delegations"),
               [this](const HttpRequest& request) { return ofCompany(request); });
    router.add("POST", QStringLiteral("/v1/companies/{siren}/delegations"),
               [this](const HttpRequest& request) { return propose(request); });
    router.add("POST", QStringLiteral("/v1/companies/{siren}/delegations/{id}/acts"),
               [this](const HttpRequest& request) { return act(request); });
    router.add("GET", QStringLiteral("/v1/delegations"),
               [this](const HttpRequest& request) { return own(request); });
    router.add("POST", QStringLiteral("/v1/delegations/answers"),
               [this](const HttpRequest& request) { return answer(request); });
    router.add("POST", QStringLiteral("/v1/delegations/{id}/renunciation"),
               [this](const HttpRequest& request) { return renounce(request); });
}

HttpResponse DelegationRoutes::ofCompany(const HttpRequest& request)
{
    const auto caller = callerOf(request, m_guard);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto all = m_directors.list(caller.value().person, caller.value().siren);
    if (all ||
        (all.failure().code != FailureCode::NotAllowed && all.failure().code != FailureCode::MandateEnded)) {
        return answered(all);
    }
    const auto own = m_delegates.list(caller.value().person, caller.value().siren);
    return own && own.value().delegations.isEmpty() ? HttpResponse::problem(all.failure()) : answered(own);
}

HttpResponse DelegationRoutes::propose(const HttpRequest& request)
{
    const auto caller = callerOf(request, m_guard);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto terms =
        signedBy<DelegationProposal>(caller.value(), request, QStringLiteral("delegation+jwt"));
    if (!terms) {
        return HttpResponse::problem(terms.failure());
    }
    const auto made = m_directors.propose(caller.value().person, terms.value(), request.body);
    return made ? HttpResponse::json(made.value().before ? 200 : 201, toJson(made.value().delegation))
                : HttpResponse::problem(made.failure());
}

HttpResponse DelegationRoutes::act(const HttpRequest& request)
{
    const auto caller = callerOf(request, m_guard);
    if (!caller) {
        return HttpResponse::problem(caller.failure());
    }
    const auto act = signedBy<DelegationAct>(caller.value(), request, QStringLiteral("delegation-act+jwt"));
    if (!act) {
        return HttpResponse::problem(act.failure());
    }
    if (act.value().delegation != request.parameters.value(QStringLiteral("id"))) {
        return HttpResponse::problem(
            {FailureCode::InvalidRequest, QStringLiteral("another delegation than in the path"), {}});
    }
    return answered(m_directors.act(caller.value().person, act.value(), request.body));
}

HttpResponse DelegationRoutes::own(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    return person ? answered(m_delegates.list(person.value(), {})) : HttpResponse::problem(person.failure());
}

HttpResponse DelegationRoutes::answer(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto body = request.json();
    if (!body) {
        return HttpResponse::problem(body.failure());
    }
    const auto answer = fromJson<DelegationAnswer>(body.value(), FailureCode::InvalidRequest);
    return answer ? answered(m_delegates.answer(person.value(), answer.value()))
                  : HttpResponse::problem(answer.failure());
}

HttpResponse DelegationRoutes::renounce(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    return person ? answered(
                        m_delegates.renounce(person.value(), request.parameters.value(QStringLiteral("id"))))
                  : HttpResponse::problem(person.failure());
}

} // namespace proconnect::service
