// SPDX-License-Identifier: MIT
#include "service/registries/RegistryCall.h"

#include <QUrlQuery>

namespace proconnect::service {
namespace {

constexpr std::chrono::seconds longestCall{8};
constexpr qsizetype largestReply = 4 * qsizetype{1024} * 1024; // companies with hundreds of establishments

} // namespace

Failure registryUnavailable(const QString& registry, const QString& detail)
{
    return {FailureCode::RegistryUnavailable, registry + QStringLiteral(": ") + detail, {}};
}

QUrl registryUrl(const QUrl& base, const QString& path, const QList<std::pair<QString, QString>>& query)
{
    QUrl url = base;
    QString basePath = base.path();
    while (basePath.endsWith(u'/')) {
        basePath.chop(1);
    }
    url.setPath(basePath + path);
    if (!query.isEmpty()) {
        QUrlQuery parts;
        for (const auto& [name, value] : query) {
            parts.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
        url.setQuery(parts);
    }
    return url;
}

RegistryCall::RegistryCall(QString name, HttpClient& http, const Clock& clock, const RegistryConfig& config,
                           CachedToken::Login login)
    : m_name(std::move(name)), m_http(http), m_login(std::move(login)), m_token(clock),
      m_budget(clock, config), m_pause(clock)
{}

Outcome<HttpReply> RegistryCall::send(OutgoingRequest request)
{
    request.deadline = longestCall;
    request.largestReply = largestReply;
    const auto headers = request.headers;
    for (bool second = false;; second = true) {
        if (m_pause.active()) {
            return registryUnavailable(m_name, QStringLiteral("asked to wait"));
        }
        const auto token = m_token.get(m_login);
        if (!token) {
            return registryUnavailable(m_name, token.failure().detail);
        }
        if (m_pause.active()) {
            return registryUnavailable(m_name, QStringLiteral("asked to wait meanwhile"));
        }
        if (!m_budget.take()) {
            return registryUnavailable(m_name, QStringLiteral("its quota is used up for now"));
        }
        request.headers = headers;
        request.headers.append({"Authorization", "Bearer " + token.value()});
        auto reply = m_http.send(request);
        if (!reply) {
            return registryUnavailable(m_name, reply.failure().detail);
        }
        m_pause.note(reply.value());
        if (reply.value().status != 401 || second) {
            return reply;
        }
        m_token.forget(token.value());
    }
}

} // namespace proconnect::service
