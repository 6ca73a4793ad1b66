// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/TokenIssuer.h"

#include "sandbox/crypto/Base64Url.h"
#include "sandbox/crypto/JweEncryptor.h"
#include "sandbox/crypto/JwsVerifier.h"
#include "sandbox/crypto/Random.h"
#include "sandbox/franceconnect/Claims.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Members.h"

namespace proconnect::sandbox {

namespace {
constexpr qint64 IdTokenLifetime = 60;
constexpr qint64 OneHour = 3600;
} // namespace

TokenIssuer::TokenIssuer(std::string issuer, const RelyingParty& client, const Identities& identities,
                         const SandboxClock& clock, const FaultPlan& faults)
    : m_issuer(std::move(issuer)), m_client(client), m_identities(identities), m_clock(clock),
      m_faults(faults), m_ecKey(SigningKey::Algorithm::Es256), m_rsaKey(SigningKey::Algorithm::Rs256),
      m_strangerKey(SigningKey::Algorithm::Es256)
{}

nlohmann::json TokenIssuer::jwks() const
{
    return {{"keys", nlohmann::json::array({m_ecKey.publicJwk(), m_rsaKey.publicJwk()})}};
}

std::string TokenIssuer::idToken(const Grant& grant) const
{
    const qint64 now = m_clock.seconds();
    nlohmann::json claims{{"sub", subjectOf(*m_identities.find(grant.identityId), m_client.clientId)},
                          {"acr", grant.request.acr},
                          {"auth_time", grant.authTime},
                          {"nonce", grant.request.nonce},
                          {"aud", m_client.clientId},
                          {"exp", now + IdTokenLifetime},
                          {"iat", now},
                          {"iss", m_issuer}};
    if (grant.request.wantsAmr) {
        claims["amr"] =
            m_client.plus() ? nlohmann::json{"fc", "pop", "mfa", "pin"} : nlohmann::json{"fc", "pwd"};
    }
    lie(claims);
    return nested(sign(claims));
}

std::string TokenIssuer::userinfo(const Grant& grant) const
{
    const Identity& identity = *m_identities.find(grant.identityId);
    nlohmann::json claims = claimsOf(identity, grant.request.scopes, m_client.plus());
    claims["sub"] = subjectOf(identity, quirk("otherSubject") ? "somebody-else" : m_client.clientId);
    claims["aud"] = m_client.clientId;
    claims["exp"] = grant.tokenExpiresAt;
    claims["iat"] = m_clock.seconds();
    claims["iss"] = m_issuer;
    return quirk("plainUserinfo") ? claims.dump() : nested(sign(claims));
}

std::optional<nlohmann::json> TokenIssuer::readOwnIdToken(const std::string& token) const
{
    const auto jws = parseJws(token);
    if (!jws || textMember(jws->payload, "iss") != m_issuer ||
        textMember(jws->payload, "aud") != m_client.clientId) {
        return std::nullopt;
    }
    if (!verifyJws(*jws, m_ecKey.publicJwk(), "ES256") && !verifyJws(*jws, m_rsaKey.publicJwk(), "RS256")) {
        return std::nullopt;
    }
    return jws->payload;
}

bool TokenIssuer::quirk(const char* name) const
{
    return m_faults.quirk(m_client.target(), name);
}

void TokenIssuer::lie(nlohmann::json& claims) const
{
    if (quirk("wrongNonce")) {
        claims["nonce"] = randomToken();
    }
    if (quirk("withoutNonce")) {
        claims.erase("nonce");
    }
    if (quirk("wrongAudience")) {
        claims["aud"] = "another-client";
    }
    if (quirk("wrongIssuer")) {
        claims["iss"] = "https://issuer.example/api/v2";
    }
    if (quirk("expired")) {
        claims["iat"] = m_clock.seconds() - OneHour;
        claims["exp"] = m_clock.seconds() - OneHour + IdTokenLifetime;
    }
    if (quirk("lowAcr")) {
        claims["acr"] = "eidas0";
    }
}

std::string TokenIssuer::nested(const std::string& token) const
{
    return m_client.plus() && !quirk("notEncrypted") ? encryptToken(m_client.encryptionKey(), token) : token;
}

std::string TokenIssuer::sign(const nlohmann::json& claims) const
{
    const SigningKey& honest = quirk("rs256") ? m_rsaKey : m_ecKey;
    if (quirk("algNone")) {
        return base64UrlEncode(R"({"alg":"none"})") + '.' + base64UrlEncode(claims.dump()) + '.';
    }
    if (quirk("wrongSignature")) {
        return m_strangerKey.sign(claims, {{"kid", m_ecKey.keyId()}});
    }
    if (quirk("unknownKey")) {
        return m_strangerKey.sign(claims);
    }
    return honest.sign(claims);
}

} // namespace proconnect::sandbox
