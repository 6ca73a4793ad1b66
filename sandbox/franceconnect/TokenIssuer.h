// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/crypto/SigningKey.h"
#include "sandbox/franceconnect/GrantStore.h"
#include "sandbox/franceconnect/Identities.h"
#include "sandbox/franceconnect/RelyingParty.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace proconnect::sandbox {

class FaultPlan;

/// Signs ID tokens and user information, truthfully unless a quirk of its target is ordered: rs256, algNone,
/// wrongSignature, unknownKey, wrongNonce, withoutNonce, wrongAudience, wrongIssuer, expired, lowAcr,
/// otherSubject, plainUserinfo; of FranceConnect+ notEncrypted too.
class TokenIssuer
{
public:
    TokenIssuer(std::string issuer, const RelyingParty& client, const Identities& identities,
                const SandboxClock& clock, const FaultPlan& faults);

    [[nodiscard]] const std::string& issuer() const { return m_issuer; }

    /// One public key per algorithm.
    [[nodiscard]] nlohmann::json jwks() const;

    [[nodiscard]] std::string idToken(const Grant& grant) const;

    /// Signed JWT; a plain JSON text only when the quirk plainUserinfo is ordered.
    [[nodiscard]] std::string userinfo(const Grant& grant) const;

    /// The claims of an ID token that this issuer signed, expired or not. Nothing for any other text.
    [[nodiscard]] std::optional<nlohmann::json> readOwnIdToken(const std::string& token) const;

private:
    [[nodiscard]] bool quirk(const char* name) const;
    /// Encrypted for the client, at FranceConnect+.
    [[nodiscard]] std::string nested(const std::string& token) const;
    [[nodiscard]] std::string sign(const nlohmann::json& claims) const;
    void lie(nlohmann::json& claims) const;

    std::string m_issuer;
    const RelyingParty& m_client;
    const Identities& m_identities;
    const SandboxClock& m_clock;
    const FaultPlan& m_faults;
    SigningKey m_ecKey;
    SigningKey m_rsaKey;
    SigningKey m_strangerKey; ///< never published
};

} // namespace proconnect::sandbox
