// SPDX-License-Identifier: MIT
#include "service/registries/InseeClient.h"

#include "service/registries/RegistryJson.h"

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qint64 longestLifetime = 86'400;

const QString registryName = QStringLiteral("SIRENE");

QByteArray formEncoded(const QList<std::pair<QString, QString>>& fields)
{
    QByteArray form;
    for (const auto& [name, value] : fields) {
        form += form.isEmpty() ? "" : "&";
        form += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return form;
}

} // namespace

InseeClient::InseeClient(HttpClient& http, const Clock& clock, RegistryConfig config)
    : m_http(http), m_config(std::move(config)),
      m_call(registryName, http, clock, m_config, [this] { return login(); })
{}

Outcome<HttpReply> InseeClient::get(const QString& path, const QList<std::pair<QString, QString>>& query)
{
    OutgoingRequest request;
    request.url = registryUrl(m_config.baseUrl, path, query);
    request.headers = {{"Accept", "application/json"}};
    return m_call.send(std::move(request));
}

Outcome<HttpReply> InseeClient::putJson(const QString& path, const QByteArray& body)
{
    OutgoingRequest request;
    request.method = "PUT";
    request.url = registryUrl(m_config.baseUrl, path);
    request.headers = {{"Accept", "application/json"}, {"Content-Type", "application/json"}};
    request.body = body;
    return m_call.send(std::move(request));
}

Outcome<CachedToken::Token> InseeClient::login()
{
    OutgoingRequest request;
    request.method = "POST";
    request.url = m_config.tokenUrl;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = formEncoded({{QStringLiteral("grant_type"), QStringLiteral("password")},
                                {QStringLiteral("client_id"), m_config.clientId},
                                {QStringLiteral("client_secret"), m_config.clientSecret},
                                {QStringLiteral("username"), m_config.username},
                                {QStringLiteral("password"), m_config.password}});
    const auto reply = m_http.send(request);
    if (!reply) {
        return registryUnavailable(registryName, reply.failure().detail);
    }
    m_call.heed(reply.value());
    const auto answer = reply.value().status == 200 ? parseRegistryJson(reply.value().body) : std::nullopt;
    const QByteArray token =
        answer ? answer->value(QLatin1String("access_token")).toString().toLatin1() : QByteArray();
    if (token.isEmpty()) {
        return registryUnavailable(registryName,
                                   QStringLiteral("login: status %1").arg(reply.value().status));
    }
    const qint64 lifetime = answer->value(QLatin1String("expires_in")).toInteger();
    return CachedToken::Token{token, std::chrono::seconds(std::clamp<qint64>(lifetime, 0, longestLifetime))};
}

} // namespace proconnect::service
