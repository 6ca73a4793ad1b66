// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace proconnect::service {

/// What an ID token and a userinfo of FranceConnect must say, beyond their signature.
struct TokenExpectations
{
    QString issuer;
    QString clientId;
    QDateTime now;
    /// Whether `nonce` is the one of this sign-in; only its hash is kept.
    std::function<bool(const QString& nonce)> isOurNonce;
    int assurance = 1;      ///< least eIDAS rank
    QByteArray accessToken; ///< that came with the ID token
};

struct IdTokenFacts
{
    QString subject;
    QDateTime authenticatedAt;
    int assurance = 0;
};

/// Rank of an acr value ("eidas1" is 1); 0 when unknown.
[[nodiscard]] int assuranceRank(const QString& acr);

/// Checks iss, aud, azp, sub, nonce, exp, iat, nbf, auth_time and acr of a verified ID token. SignInRefused,
/// its detail naming the claim; ClockWrong never: a token from another time is refused like any other.
[[nodiscard]] Outcome<IdTokenFacts> checkIdToken(const QJsonObject& claims,
                                                 const TokenExpectations& expected);

/// Checks iss, aud, exp, iat and sub of a verified userinfo; `subject` is that of the ID token.
[[nodiscard]] Outcome<Done> checkUserinfo(const QJsonObject& claims, const TokenExpectations& expected,
                                          const QString& subject);

} // namespace proconnect::service
