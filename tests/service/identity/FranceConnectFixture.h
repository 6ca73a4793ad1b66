// SPDX-License-Identifier: MIT
#pragma once

#include "service/identity/FranceConnectClient.h"
#include "tests/service/identity/ManualClock.h"
#include "tests/service/identity/ScriptedFranceConnect.h"

#include <memory>

namespace proconnect::tests {

/// FranceConnectClient in front of a scripted FranceConnect.
class FranceConnectFixture
{
public:
    FranceConnectFixture() { reset(); }

    void reset()
    {
        clock = ManualClock();
        provider = std::make_unique<ScriptedFranceConnect>(clock);
        provider->nonce = goodNonce;
        registerFor(JwsAlgorithm::Es256);
    }
    void registerFor(JwsAlgorithm algorithm, const std::optional<Jwk>& encryptionPair = {})
    {
        client = std::make_unique<service::FranceConnectClient>(
            *provider, clock,
            service::FranceConnectRegistration{
                QUrl(ScriptedFranceConnect::issuer), ScriptedFranceConnect::clientId,
                ScriptedFranceConnect::clientSecret, algorithm, QStringLiteral("eidas1"),
                QUrl(QStringLiteral("https://service.example/sign-in/callback")), encryptionPair});
    }
    [[nodiscard]] Outcome<service::FranceConnectProof> redeem()
    {
        return client->redeem(QStringLiteral("the-code"),
                              [](const QString& nonce) { return nonce == goodNonce; });
    }
    /// The failure of redeem(); Cancelled when it succeeds, which no refusal is.
    [[nodiscard]] FailureCode refusal()
    {
        const auto proof = redeem();
        return proof ? FailureCode::Cancelled : proof.failure().code;
    }

    inline static const QString goodNonce = QStringLiteral("the nonce of this sign-in");

    ManualClock clock;
    std::unique_ptr<ScriptedFranceConnect> provider;
    std::unique_ptr<service::FranceConnectClient> client;
};

[[nodiscard]] inline QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

} // namespace proconnect::tests
