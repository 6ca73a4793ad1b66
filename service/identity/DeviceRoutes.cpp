// SPDX-License-Identifier: MIT
#include "service/identity/DeviceRoutes.h"

#include "core/protocol/ModelJson.h"

namespace proconnect::service {

void DeviceRoutes::registerRoutes(Router& router)
{
    router.add("GET", QStringLiteral("/v1/sessions"), [this](const auto& r) { return list(r); });
    router.add("POST", QStringLiteral("/v1/sessions/{session}/end"),
               [this](const auto& r) { return end(r); });
}

HttpResponse DeviceRoutes::list(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const auto sessions = m_sessions.of(person.value());
    return sessions ? HttpResponse::json(200, toJson(sessions.value()))
                    : HttpResponse::problem(sessions.failure());
}

HttpResponse DeviceRoutes::end(const HttpRequest& request)
{
    const auto person = m_guard.authenticate(request);
    if (!person) {
        return HttpResponse::problem(person.failure());
    }
    const QString id = request.parameters.value(QStringLiteral("session"));
    const auto ended = m_sessions.end(person.value(), id);
    if (!ended) {
        return HttpResponse::problem(ended.failure());
    }
    m_log.info("session.ended-elsewhere",
               {{QStringLiteral("session"), id}, {QStringLiteral("by"), person.value().sessionId}});
    const auto left = m_sessions.of(person.value());
    return left ? HttpResponse::json(200, toJson(left.value())) : HttpResponse::problem(left.failure());
}

} // namespace proconnect::service
