// SPDX-License-Identifier: MIT
#pragma once

#include "service/outgoing/HttpClient.h"
#include "service/outgoing/ServerPause.h"
#include "service/registries/CachedToken.h"
#include "service/registries/CallBudget.h"

#include <QString>

namespace proconnect::service {

/// "Not now" of a register; `detail` holds no personal data.
[[nodiscard]] Failure registryUnavailable(const QString& registry, const QString& detail);

/// `base` with `path` added and a query of its own.
[[nodiscard]] QUrl registryUrl(const QUrl& base, const QString& path,
                               const QList<std::pair<QString, QString>>& query = {});

/// Calls one register with a bearer token: within its quotas and its pauses, logging in again once when the
/// token is refused.
class RegistryCall
{
public:
    RegistryCall(QString name, HttpClient& http, const Clock& clock, const RegistryConfig& config,
                 CachedToken::Login login);

    /// The reply, whatever its status. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<HttpReply> send(OutgoingRequest request);
    /// Respects what a reply to a login asks, as those to calls.
    void heed(const HttpReply& reply) { m_pause.note(reply); }
    [[nodiscard]] const QString& name() const { return m_name; }

private:
    QString m_name;
    HttpClient& m_http;
    CachedToken::Login m_login;
    CachedToken m_token;
    CallBudget m_budget;
    ServerPause m_pause;
};

} // namespace proconnect::service
