// SPDX-License-Identifier: MIT
#include "service/portals/PortalGuard.h"

namespace proconnect::service {
namespace {

constexpr int windowSeconds = 60;

void tellQuota(HttpResponse& response, int limit, int left, qint64 secondsLeft)
{
    const QByteArray name = "\"portal\"";
    response.headers.emplaceBack("RateLimit-Policy", name + ";q=" + QByteArray::number(limit) +
                                                         ";w=" + QByteArray::number(windowSeconds));
    response.headers.emplaceBack("RateLimit", name + ";r=" + QByteArray::number(left) +
                                                  ";t=" + QByteArray::number(secondsLeft));
}

HttpResponse unauthorized(const Failure& failure)
{
    HttpResponse response = HttpResponse::problem(failure);
    if (failure.code == FailureCode::Unauthorized) {
        response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    }
    return response;
}

} // namespace

Handler PortalGuard::guarding(const QString& neededScope, PortalHandler handler)
{
    return [this, neededScope, handler = std::move(handler)](const HttpRequest& request) {
        const auto caller = authenticate(request);
        if (!caller) {
            return unauthorized(caller.failure());
        }
        const PortalConfiguration& portal = *caller.value().portal;
        const auto use = m_quota.take(portal.portal.id, portal.quotaPerMinute);
        if (!use) {
            HttpResponse refused = HttpResponse::problem(use.failure());
            if (use.failure().code == FailureCode::TooManyRequests) {
                tellQuota(refused, portal.quotaPerMinute, 0, use.failure().argument.toLongLong());
            }
            return refused;
        }
        const bool allowed =
            caller.value().scopes.contains(neededScope) && portal.scopes.contains(neededScope);
        HttpResponse response =
            allowed ? handler(request, portal)
                    : HttpResponse::problem(
                          {FailureCode::NotAllowed, QStringLiteral("the token lacks the scope"), {}});
        tellQuota(response, use.value().limit, use.value().left, use.value().secondsLeft);
        return response;
    };
}

Outcome<PortalGuard::Caller> PortalGuard::authenticate(const HttpRequest& request)
{
    const QByteArray header = request.header("authorization");
    const QByteArray scheme = QByteArrayLiteral("bearer ");
    if (header.left(scheme.size()).toLower() != scheme) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("no bearer token"), {}};
    }
    const auto grant = m_tokens.grantOf(header.mid(scheme.size()).trimmed());
    if (!grant) {
        return grant.failure();
    }
    const PortalConfiguration* portal = m_portals.findClient(grant.value().clientId);
    if (portal == nullptr) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("the portal is no longer declared"), {}};
    }
    return Caller{portal, grant.value().scopes};
}

} // namespace proconnect::service
