// SPDX-License-Identifier: MIT
#include "service/requests/RequestRoutes.h"

#include "core/protocol/ModelJson.h"
#include "service/http/Router.h"
#include "service/requests/IdempotentCalls.h"
#include "service/requests/RequestDeposit.h"

#include <QJsonArray>

namespace proconnect::service {
namespace {

/// What a portal may see of its request: never who decided.
QJsonObject portalView(const StoredRequest& stored)
{
    const AccessRequest& request = stored.request;
    QJsonObject json{{QStringLiteral("reference"), request.id},
                     {QStringLiteral("portalReference"), stored.portalReference},
                     {QStringLiteral("siren"), stored.siren},
                     {QStringLiteral("state"), wireName(request.state)},
                     {QStringLiteral("receivedAt"), request.receivedAt.toUTC().toString(Qt::ISODate)},
                     {QStringLiteral("expiresAt"), request.expiresAt.toUTC().toString(Qt::ISODate)}};
    if (request.decidedAt) {
        json.insert(QStringLiteral("decidedAt"), request.decidedAt->toUTC().toString(Qt::ISODate));
    }
    if (request.complement) {
        json.insert(QStringLiteral("complement"), toJson(*request.complement));
    }
    if (request.state == RequestState::AcceptedWithLimits && request.until) {
        json.insert(QStringLiteral("until"), request.until->toString(Qt::ISODate));
    }
    if (request.state == RequestState::Accepted || request.state == RequestState::AcceptedWithLimits) {
        json.insert(QStringLiteral("rights"), QJsonArray::fromStringList(request.grantedRights()));
    }
    if (request.state == RequestState::Refused) {
        json.insert(QStringLiteral("reason"), request.refusalReason);
    }
    return json;
}

HttpResponse answer(const Outcome<StoredRequest>& outcome)
{
    return outcome ? HttpResponse::json(200, portalView(outcome.value()))
                   : HttpResponse::problem(outcome.failure());
}

} // namespace

void RequestRoutes::addTo(Router& router)
{
    const QString all = QStringLiteral("/portal/v1/requests");
    const QString one = all + QStringLiteral("/{reference}");
    router.add("POST", all, guarded(scope::depositRequest, &RequestRoutes::deposit));
    router.add("GET", one, guarded(scope::readRequest, &RequestRoutes::read));
    router.add("POST", one + QStringLiteral("/withdrawal"),
               guarded(scope::depositRequest, &RequestRoutes::withdraw));
    router.add("POST", one + QStringLiteral("/complement"),
               guarded(scope::depositRequest, &RequestRoutes::giveComplement));
}

Handler RequestRoutes::guarded(const QString& neededScope, Operation operation)
{
    return m_guard.guarding(neededScope,
                            [this, operation](const HttpRequest& request, const PortalConfiguration& portal) {
                                return (this->*operation)(request, portal.portal.id);
                            });
}

HttpResponse RequestRoutes::deposit(const HttpRequest& request, const QString& portal)
{
    const QByteArray key = request.header("idempotency-key");
    if (!isIdempotencyKey(key)) {
        return HttpResponse::problem({FailureCode::InvalidRequest,
                                      QStringLiteral("Idempotency-Key is missing"),
                                      QStringLiteral("Idempotency-Key")});
    }
    const auto json = request.json();
    if (!json) {
        return HttpResponse::problem(json.failure());
    }
    const auto reference = m_requests.deposit(portal, key, request.body, json.value());
    if (!reference) {
        return HttpResponse::problem(reference.failure());
    }
    HttpResponse response = HttpResponse::json(202, {{QStringLiteral("reference"), reference.value()}});
    response.headers.emplaceBack("Location", "/portal/v1/requests/" + reference.value().toLatin1());
    return response;
}

HttpResponse RequestRoutes::read(const HttpRequest& request, const QString& portal)
{
    return answer(m_requests.read(portal, request.parameters.value(QStringLiteral("reference"))));
}

HttpResponse RequestRoutes::withdraw(const HttpRequest& request, const QString& portal)
{
    return answer(m_requests.withdraw(portal, request.parameters.value(QStringLiteral("reference"))));
}

HttpResponse RequestRoutes::giveComplement(const HttpRequest& request, const QString& portal)
{
    const auto json = request.json();
    if (!json) {
        return HttpResponse::problem(json.failure());
    }
    const auto given = readComplementAnswer(json.value());
    if (!given) {
        return HttpResponse::problem(given.failure());
    }
    return answer(m_requests.giveComplement(portal, request.parameters.value(QStringLiteral("reference")),
                                            given.value()));
}

} // namespace proconnect::service
