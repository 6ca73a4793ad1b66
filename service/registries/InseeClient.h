// SPDX-License-Identifier: MIT
#pragma once

#include "service/config/ServiceConfig.h"
#include "service/registries/RegistryCall.h"

namespace proconnect::service {

/// The authenticated way to Insee's restricted API, shared by the register and the contact e-mail.
class InseeClient
{
public:
    InseeClient(HttpClient& http, const Clock& clock, RegistryConfig config);

    /// GET of a path below the base URL. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<HttpReply> get(const QString& path,
                                         const QList<std::pair<QString, QString>>& query = {});
    [[nodiscard]] Outcome<HttpReply> putJson(const QString& path, const QByteArray& body);

private:
    [[nodiscard]] Outcome<CachedToken::Token> login();

    HttpClient& m_http;
    RegistryConfig m_config;
    RegistryCall m_call;
};

} // namespace proconnect::service
