// SPDX-License-Identifier: MIT
#include "service/decisions/DecisionRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/sessions/PathSiren.h"

namespace proconnect::service {

void DecisionRoutes::addTo(Router& router)
{
    router.add("POST", QStringLiteral("/v1/companies/{siren}/decisions"),
               [this](const HttpRequest& request) { return decide(request); });
}

HttpResponse DecisionRoutes::decide(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto named = sirenOfPath(request);
    if (!named) {
        return HttpResponse::problem(named.failure());
    }
    const QString& siren = named.value().digits();
    if (request.header("content-type").toLower() != "application/jose") {
        return HttpResponse::problem(
            {FailureCode::InvalidRequest, QStringLiteral("content-type is not JOSE"), {}});
    }
    const auto decision = readSignedDecision(request.body, person.value(), siren);
    if (!decision) {
        return HttpResponse::problem(decision.failure());
    }
    const auto taken = m_desk.take(person.value(), decision.value());
    if (!taken) {
        return HttpResponse::problem(taken.failure());
    }
    return HttpResponse::json(taken.value().before ? 200 : 201, toJson(taken.value().receipt));
}

} // namespace proconnect::service
