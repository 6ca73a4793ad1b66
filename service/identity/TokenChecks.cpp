// SPDX-License-Identifier: MIT
#include "service/identity/TokenChecks.h"

#include "core/jose/Base64Url.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace proconnect::service {
namespace {

constexpr qint64 skewSeconds = 60;
/// Tokens live 60 s and are read as soon as the code is redeemed; a sign-in page stays open 10 minutes.
constexpr qint64 oldestToken = 120;
constexpr qint64 oldestAuthentication = 1800;
constexpr qsizetype longestSubject = 255;

Failure refused(const char* claim)
{
    return {FailureCode::SignInRefused, QStringLiteral("token: ") + QLatin1String(claim), {}};
}

/// A NumericDate (RFC 7519): a number, never a text.
std::optional<qint64> numericDate(const QJsonObject& claims, const char* name)
{
    const QJsonValue value = claims.value(QLatin1String(name));
    constexpr double largest = 253402300799.0;
    if (!value.isDouble() || value.toDouble() < 0 || value.toDouble() > largest) {
        return std::nullopt;
    }
    return static_cast<qint64>(value.toDouble());
}

/// OpenID Connect Core, 3.1.3.6, for ES256 and RS256.
QString hashOf(const QByteArray& accessToken)
{
    constexpr qsizetype leftHalf = 16;
    const QByteArray digest = QCryptographicHash::hash(accessToken, QCryptographicHash::Sha256);
    return QString::fromLatin1(base64url::encode(digest.left(leftHalf)));
}

bool isForUs(const QJsonValue& audience, const QString& clientId)
{
    if (audience.isArray()) {
        const QJsonArray entries = audience.toArray();
        return entries.size() == 1 && entries.first() == QJsonValue(clientId);
    }
    return audience == QJsonValue(clientId);
}

/// iss, aud, exp and iat: common to both tokens.
std::optional<Failure> checkCommon(const QJsonObject& claims, const TokenExpectations& expected)
{
    const qint64 now = expected.now.toSecsSinceEpoch();
    const auto expiry = numericDate(claims, "exp");
    const auto issued = numericDate(claims, "iat");
    if (claims.value(QStringLiteral("iss")) != QJsonValue(expected.issuer)) {
        return refused("iss");
    }
    if (!isForUs(claims.value(QStringLiteral("aud")), expected.clientId)) {
        return refused("aud");
    }
    const QJsonValue party = claims.value(QStringLiteral("azp"));
    if (!party.isUndefined() && party != QJsonValue(expected.clientId)) {
        return refused("azp");
    }
    if (!expiry || *expiry <= now - skewSeconds) {
        return refused("exp");
    }
    if (!issued || *issued > now + skewSeconds || *issued < now - oldestToken) {
        return refused("iat");
    }
    if (claims.contains(QStringLiteral("nbf"))) {
        const auto notBefore = numericDate(claims, "nbf");
        if (!notBefore || *notBefore > now + skewSeconds) {
            return refused("nbf");
        }
    }
    return std::nullopt;
}

} // namespace

int assuranceRank(const QString& acr)
{
    if (acr == QLatin1String("eidas1")) {
        return 1;
    }
    if (acr == QLatin1String("eidas2")) {
        return 2;
    }
    return acr == QLatin1String("eidas3") ? 3 : 0;
}

Outcome<IdTokenFacts> checkIdToken(const QJsonObject& claims, const TokenExpectations& expected)
{
    if (const auto failure = checkCommon(claims, expected)) {
        return *failure;
    }
    const qint64 now = expected.now.toSecsSinceEpoch();
    IdTokenFacts facts;
    facts.subject = claims.value(QStringLiteral("sub")).toString();
    if (facts.subject.isEmpty() || facts.subject.size() > longestSubject) {
        return refused("sub");
    }
    const QString nonce = claims.value(QStringLiteral("nonce")).toString();
    if (nonce.isEmpty() || !expected.isOurNonce(nonce)) {
        return refused("nonce");
    }
    // FranceConnect sends none; one that is there must be that of our access token, whatever the algorithm.
    const QJsonValue tokenHash = claims.value(QStringLiteral("at_hash"));
    if (!tokenHash.isUndefined() && tokenHash != QJsonValue(hashOf(expected.accessToken))) {
        return refused("at_hash");
    }
    facts.assurance = assuranceRank(claims.value(QStringLiteral("acr")).toString());
    if (facts.assurance < expected.assurance) {
        return refused("acr");
    }
    const auto authenticated = numericDate(claims, "auth_time");
    if (!authenticated || *authenticated > now + skewSeconds || *authenticated < now - oldestAuthentication) {
        return refused("auth_time");
    }
    facts.authenticatedAt = QDateTime::fromSecsSinceEpoch(std::min(*authenticated, now), Qt::UTC);
    return facts;
}

Outcome<Done> checkUserinfo(const QJsonObject& claims, const TokenExpectations& expected,
                            const QString& subject)
{
    if (const auto failure = checkCommon(claims, expected)) {
        return *failure;
    }
    if (subject.isEmpty() || claims.value(QStringLiteral("sub")) != QJsonValue(subject)) {
        return refused("sub");
    }
    return Done{};
}

} // namespace proconnect::service
