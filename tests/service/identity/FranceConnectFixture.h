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

    void reset();
    void registerFor(JwsAlgorithm algorithm, const std::optional<Jwk>& encryptionPair = {});
    [[nodiscard]] Outcome<service::FranceConnectProof> redeem();
    /// The failure of redeem(); Cancelled when it succeeds, which no refusal is.
    [[nodiscard]] FailureCode refusal();

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
