// SPDX-License-Identifier: MIT
#pragma once

#include "tests/service/identity/ScriptedFranceConnect.h"

namespace proconnect::tests {

/// FranceConnect and FranceConnect+ as the service's HTTP client sees them, each at its own address.
class TwoProviders final : public service::HttpClient
{
public:
    TwoProviders(ScriptedFranceConnect& franceConnect, ScriptedFranceConnect& plus)
        : m_franceConnect(franceConnect), m_plus(plus)
    {}

    static inline const QString plusIssuer = QStringLiteral("https://plus.example/api/v2");

    [[nodiscard]] Outcome<service::HttpReply> send(const service::OutgoingRequest& request) override
    {
        if (request.url.host() != QUrl(plusIssuer).host()) {
            return m_franceConnect.send(request);
        }
        service::OutgoingRequest same = request;
        same.url.setHost(QUrl(ScriptedFranceConnect::issuer).host());
        return m_plus.send(same);
    }

private:
    ScriptedFranceConnect& m_franceConnect;
    ScriptedFranceConnect& m_plus;
};

} // namespace proconnect::tests
