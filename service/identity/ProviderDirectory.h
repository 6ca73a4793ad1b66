// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/jose/Jwk.h"
#include "core/jose/Jws.h"
#include "core/result/Outcome.h"
#include "service/outgoing/HttpClient.h"

#include <QUrl>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace proconnect::service {

/// Where FranceConnect answers.
struct ProviderEndpoints
{
    QUrl authorization;
    QUrl token;
    QUrl userinfo;
    QUrl keys;
    QUrl endSession;
};

/// FranceConnect's discovery document and keys, each kept 600 seconds. The issuer is the operator's; every
/// endpoint must stand on its scheme, host and port, so that a poisoned document cannot lead our secret
/// elsewhere.
class ProviderDirectory
{
public:
    ProviderDirectory(HttpClient& http, const Clock& clock, QUrl issuer);

    /// IdentityProviderUnavailable when the document cannot be had or breaks the rules.
    [[nodiscard]] Outcome<ProviderEndpoints> endpoints();
    /// The key that `header` names. An unknown name makes the set be fetched once more, whenever it was
    /// fetched first, and then not again for ten seconds: keys rotate. Who asks meanwhile gets what that
    /// fetch brought, its failure included. Without a name, the only candidate. SignInRefused when there is
    /// none, or several.
    [[nodiscard]] Outcome<Jwk> key(const JwsHeader& header);

private:
    [[nodiscard]] Outcome<ProviderEndpoints> fetchEndpoints();
    [[nodiscard]] Outcome<QList<Jwk>> fetchKeys(const QUrl& address);
    [[nodiscard]] Outcome<QList<Jwk>> keys();
    [[nodiscard]] Outcome<QList<Jwk>> keysOnceMore();
    [[nodiscard]] Outcome<QList<Jwk>> fetchAndKeepKeys();

    HttpClient& m_http;
    const Clock& m_clock;
    QUrl m_issuer;
    std::mutex m_mutex;
    std::optional<ProviderEndpoints> m_endpoints;
    QDateTime m_endpointsAt;
    QList<Jwk> m_keys;
    QDateTime m_keysAt;
    std::mutex m_onceMoreMutex; ///< never held while the provider is asked; taken before m_mutex
    std::condition_variable m_onceMoreDone;
    bool m_onceMoreUnderWay = false;
    QDateTime m_onceMoreAt; ///< when the last such fetch ended, whatever it brought
    std::optional<Failure> m_onceMoreFailure;
};

} // namespace proconnect::service
