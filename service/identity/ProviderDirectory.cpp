// SPDX-License-Identifier: MIT
#include "service/identity/ProviderDirectory.h"

#include "core/jose/StrictJson.h"

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

using namespace std::chrono_literals;

constexpr qint64 keptSeconds = 600;
constexpr qint64 pacedSeconds = 10;
constexpr qsizetype largestDocument = 256LL * 1024;

Failure unavailable(const QString& why)
{
    return {FailureCode::IdentityProviderUnavailable, why, {}};
}

bool isFresh(const QDateTime& from, const QDateTime& now, qint64 seconds)
{
    return from.isValid() && from.secsTo(now) >= 0 && from.secsTo(now) < seconds;
}

Outcome<QJsonObject> fetchJson(HttpClient& http, const QUrl& address)
{
    OutgoingRequest request;
    request.url = address;
    request.headers = {{"Accept", "application/json"}};
    request.deadline = 5s;
    request.largestReply = largestDocument;
    const auto reply = http.send(request);
    if (!reply) {
        return unavailable(reply.failure().detail);
    }
    if (reply.value().status != 200) {
        return unavailable(QStringLiteral("status %1").arg(reply.value().status));
    }
    return parseStrictJson(reply.value().body, {largestDocument}, FailureCode::IdentityProviderUnavailable);
}

QString algorithmName(JwsAlgorithm algorithm)
{
    return algorithm == JwsAlgorithm::Es256 ? QStringLiteral("ES256") : QStringLiteral("RS256");
}

/// Type, algorithm and use must all fit; the name too when the token gives one.
QList<Jwk> candidates(const QList<Jwk>& keys, const JwsHeader& header)
{
    const auto kind = header.algorithm == JwsAlgorithm::Es256 ? Jwk::Kind::EcP256 : Jwk::Kind::Rsa;
    QList<Jwk> fitting;
    std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(fitting), [&](const Jwk& key) {
        return key.kind() == kind && (header.keyId.isEmpty() || key.keyId() == header.keyId) &&
               (key.algorithm().isEmpty() || key.algorithm() == algorithmName(header.algorithm)) &&
               (key.use().isEmpty() || key.use() == QLatin1String("sig"));
    });
    return fitting;
}

} // namespace

ProviderDirectory::ProviderDirectory(HttpClient& http, const Clock& clock, QUrl issuer)
    : m_http(http), m_clock(clock), m_issuer(std::move(issuer))
{}

Outcome<ProviderEndpoints> ProviderDirectory::endpoints()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_endpoints && isFresh(m_endpointsAt, m_clock.now(), keptSeconds)) {
            return *m_endpoints;
        }
    }
    auto fetched = fetchEndpoints();
    if (fetched) {
        const std::lock_guard lock(m_mutex);
        m_endpoints = fetched.value();
        m_endpointsAt = m_clock.now();
    }
    return fetched;
}

Outcome<ProviderEndpoints> ProviderDirectory::fetchEndpoints()
{
    const auto document =
        fetchJson(m_http, QUrl(m_issuer.toString() + QStringLiteral("/.well-known/openid-configuration")));
    if (!document) {
        return document.failure();
    }
    if (document.value().value(QStringLiteral("issuer")) != QJsonValue(m_issuer.toString())) {
        return unavailable(QStringLiteral("discovery names another issuer"));
    }
    bool good = true;
    const auto endpoint = [&](const char* name) {
        QUrl url(document.value().value(QLatin1String(name)).toString(), QUrl::StrictMode);
        good = good && url.isValid() && url.scheme() == m_issuer.scheme() && url.host() == m_issuer.host() &&
               url.port() == m_issuer.port() && url.userInfo().isEmpty() && !url.hasFragment() &&
               !url.hasQuery();
        return url;
    };
    ProviderEndpoints result{endpoint("authorization_endpoint"), endpoint("token_endpoint"),
                             endpoint("userinfo_endpoint"), endpoint("jwks_uri"),
                             endpoint("end_session_endpoint")};
    if (!good) {
        return unavailable(QStringLiteral("discovery leads to another host"));
    }
    return result;
}

Outcome<QList<Jwk>> ProviderDirectory::fetchKeys(const QUrl& address)
{
    const auto document = fetchJson(m_http, address);
    if (!document) {
        return document.failure();
    }
    const auto set = parseJwkSet(document.value());
    if (!set) {
        return unavailable(QStringLiteral("key set: ") + set.failure().detail);
    }
    QStringList names;
    for (const Jwk& key : set.value()) {
        if (!key.keyId().isEmpty() && names.contains(key.keyId())) {
            return unavailable(QStringLiteral("key set names two keys alike"));
        }
        names.append(key.keyId());
    }
    if (set.value().isEmpty()) {
        return unavailable(QStringLiteral("key set is empty"));
    }
    return set.value();
}

Outcome<QList<Jwk>> ProviderDirectory::keys()
{
    {
        const std::lock_guard lock(m_mutex);
        if (isFresh(m_keysAt, m_clock.now(), keptSeconds)) {
            return m_keys;
        }
    }
    return fetchAndKeepKeys();
}

Outcome<QList<Jwk>> ProviderDirectory::keysOnceMore()
{
    // Sign-ins that meet a new key at the same moment wait for one fetch, and then share what it brought:
    // keys, or the failure of a provider that would let each of them wait as long.
    std::unique_lock lock(m_onceMoreMutex);
    m_onceMoreDone.wait(lock, [this] { return !m_onceMoreUnderWay; });
    if (isFresh(m_onceMoreAt, m_clock.now(), pacedSeconds)) {
        const auto failure = m_onceMoreFailure;
        lock.unlock();
        return failure ? Outcome<QList<Jwk>>(*failure) : keys();
    }
    m_onceMoreUnderWay = true;
    lock.unlock();
    auto fetched = fetchAndKeepKeys();
    lock.lock();
    m_onceMoreUnderWay = false;
    m_onceMoreAt = m_clock.now();
    m_onceMoreFailure = fetched ? std::nullopt : std::optional{fetched.failure()};
    m_onceMoreDone.notify_all();
    return fetched;
}

Outcome<QList<Jwk>> ProviderDirectory::fetchAndKeepKeys()
{
    const QDateTime now = m_clock.now();
    const auto where = endpoints();
    if (!where) {
        return where.failure();
    }
    auto fetched = fetchKeys(where.value().keys);
    if (fetched) {
        const std::lock_guard lock(m_mutex);
        m_keys = fetched.value();
        m_keysAt = now;
    }
    return fetched;
}

Outcome<Jwk> ProviderDirectory::key(const JwsHeader& header)
{
    for (const bool onceMore : {false, true}) {
        const auto known = onceMore ? keysOnceMore() : keys();
        if (!known) {
            return known.failure();
        }
        const QList<Jwk> fitting = candidates(known.value(), header);
        if (fitting.size() == 1) {
            return fitting.first();
        }
        if (header.keyId.isEmpty()) {
            break;
        }
    }
    return Failure{FailureCode::SignInRefused, QStringLiteral("token: no key for it"), {}};
}

} // namespace proconnect::service
