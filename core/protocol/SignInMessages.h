// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace proconnect {

/// Body of POST /v1/sign-in/transactions.
struct SignInRequest
{
    QString codeChallenge; ///< S256 of the verifier (RFC 7636)
    QString codeChallengeMethod = QStringLiteral("S256");
    QString dpopJkt;                 ///< thumbprint of the device key
    QString returnTo;                ///< "embedded" or "loopback"
    std::optional<int> loopbackPort; ///< where the browser returns, with "loopback"
    QString expectedSubject;         ///< the person who must sign in again; empty: anyone
    QString strength;                ///< "highEffect", with expectedSubject; empty: ordinary
    QString device;                  ///< what the computer calls itself, 80 characters at most

    friend bool operator==(const SignInRequest&, const SignInRequest&) = default;
};

/// Its answer.
struct SignInTransaction
{
    QString transaction;
    QString startUrl; ///< usable once
    QString completionUrl;
    QStringList allowedHosts;
    QDateTime expiresAt;

    friend bool operator==(const SignInTransaction&, const SignInTransaction&) = default;
};

/// Answer of POST /v1/oauth/token. Its member names are those of RFC 6749.
struct TokenGrant
{
    QString accessToken;
    QString tokenType; ///< "DPoP"
    int expiresIn = 0; ///< seconds
    QString refreshToken;
    int refreshExpiresIn = 0; ///< seconds

    friend bool operator==(const TokenGrant&, const TokenGrant&) = default;
};

/// Answer of POST /v1/sign-out: where FranceConnect's own session can be ended, if anywhere.
struct SignOutReply
{
    QString endSessionUrl;    ///< usable once
    QString completionUrl;    ///< where the browser ends
    QStringList allowedHosts; ///< of the pages between the two

    friend bool operator==(const SignOutReply&, const SignOutReply&) = default;
};

} // namespace proconnect
