// SPDX-License-Identifier: MIT
#include "tests/service/identity/FranceConnectFixture.h"

namespace proconnect::tests {

void FranceConnectFixture::reset()
{
    clock = ManualClock();
    provider = std::make_unique<ScriptedFranceConnect>(clock);
    provider->nonce = goodNonce;
    registerFor(JwsAlgorithm::Es256);
}

void FranceConnectFixture::registerFor(JwsAlgorithm algorithm, const std::optional<Jwk>& encryptionPair)
{
    client = std::make_unique<service::FranceConnectClient>(
        *provider, clock,
        service::FranceConnectRegistration{
            QUrl(ScriptedFranceConnect::issuer), ScriptedFranceConnect::clientId,
            ScriptedFranceConnect::clientSecret, algorithm, QStringLiteral("eidas1"),
            QUrl(QStringLiteral("https://service.example/sign-in/callback")), encryptionPair});
}

Outcome<service::FranceConnectProof> FranceConnectFixture::redeem()
{
    return client->redeem(QStringLiteral("the-code"),
                          [](const QString& nonce) { return nonce == goodNonce; });
}

FailureCode FranceConnectFixture::refusal()
{
    const auto proof = redeem();
    return proof ? FailureCode::Cancelled : proof.failure().code;
}

} // namespace proconnect::tests
