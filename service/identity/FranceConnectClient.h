// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "service/identity/ProviderDirectory.h"
#include "service/identity/TokenChecks.h"

#include <optional>

namespace proconnect::service {

/// A registration with FranceConnect, or with FranceConnect+, which encrypts what it signs.
struct FranceConnectRegistration
{
    QUrl issuer;
    QString clientId;
    QString clientSecret;
    JwsAlgorithm algorithm = JwsAlgorithm::Es256;
    QString assurance; ///< acr asked for
    QUrl callback;
    /// Our pair that FranceConnect+ encrypts ID token and userinfo for; nothing: FranceConnect.
    std::optional<Jwk> encryptionPair = std::nullopt;
};

/// What FranceConnect proved about a person, everything checked.
struct FranceConnectProof
{
    FranceConnectIdentity identity;
    QDateTime authenticatedAt;
    int assurance = 0;
    QByteArray idToken; ///< as signed, never encrypted; only good to end FranceConnect's own session
};

/// Our side of OpenID Connect with FranceConnect: a confidential client with client_secret_post.
class FranceConnectClient
{
public:
    FranceConnectClient(HttpClient& http, const Clock& clock, FranceConnectRegistration registration);

    [[nodiscard]] const QUrl& issuer() const { return m_registration.issuer; }

    /// Where the browser goes. Nothing outside FranceConnect's list of parameters: PKCE is refused there.
    [[nodiscard]] Outcome<QUrl> authorizationAddress(const QString& state, const QString& nonce);
    /// Redeems the code and verifies ID token and userinfo. Failures: IdentityProviderUnavailable (no answer,
    /// 5xx), SignInExpired (the code is too old or used), SignInRefused (anything that should not be).
    [[nodiscard]] Outcome<FranceConnectProof> redeem(const QString& code,
                                                     const std::function<bool(const QString&)>& isOurNonce);
    /// Where the browser ends FranceConnect's session, to come back to `returnTo` with `state`.
    [[nodiscard]] Outcome<QUrl> endSessionAddress(const QByteArray& idToken, const QUrl& returnTo,
                                                  const QByteArray& state);

private:
    struct TokenReply
    {
        QByteArray accessToken;
        QByteArray idToken;
    };

    [[nodiscard]] Outcome<TokenReply> fetchTokens(const QString& code);
    [[nodiscard]] Outcome<QByteArray> fetchUserinfo(const QByteArray& accessToken);
    /// The signed token inside an encrypted one; the token itself when nothing is to be encrypted.
    [[nodiscard]] Outcome<QByteArray> signedToken(const QByteArray& token) const;
    [[nodiscard]] Outcome<QJsonObject> verifiedClaims(const QByteArray& token);

    HttpClient& m_http;
    const Clock& m_clock;
    FranceConnectRegistration m_registration;
    ProviderDirectory m_directory;
};

} // namespace proconnect::service
