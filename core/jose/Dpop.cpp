// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "core/jose/Jws.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <cmath>

namespace proconnect {
namespace {

const QString proofType = QStringLiteral("dpop+jwt");
constexpr int idBytes = 16;
constexpr qsizetype longestId = 128;

Failure refused(const char* why)
{
    return {FailureCode::Unauthorized, QLatin1String(why), {}};
}

/// "htu" without query and fragment, the scheme's own port left out (RFC 9449, section 4.3, and RFC
/// 3986, 6.2).
QString target(QUrl url)
{
    url = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    if ((url.scheme() == QLatin1String("https") && url.port() == 443) ||
        (url.scheme() == QLatin1String("http") && url.port() == 80)) {
        url.setPort(-1);
    }
    if (url.path().isEmpty()) {
        url.setPath(QStringLiteral("/"));
    }
    return url.toString(QUrl::FullyEncoded);
}

QString hashOf(const QByteArray& accessToken)
{
    return QString::fromLatin1(
        base64url::encode(QCryptographicHash::hash(accessToken, QCryptographicHash::Sha256)));
}

} // namespace

Outcome<QByteArray> Dpop::create(const Jwk& key, const QByteArray& method, const QUrl& url,
                                 const QDateTime& now, const QByteArray& accessToken, const QString& nonce)
{
    QJsonObject claims{{QStringLiteral("jti"), QString::fromLatin1(base64url::encode(randomBytes(idBytes)))},
                       {QStringLiteral("htm"), QString::fromLatin1(method)},
                       {QStringLiteral("htu"), target(url)},
                       {QStringLiteral("iat"), now.toSecsSinceEpoch()}};
    if (!accessToken.isEmpty()) {
        claims.insert(QStringLiteral("ath"), hashOf(accessToken));
    }
    if (!nonce.isEmpty()) {
        claims.insert(QStringLiteral("nonce"), nonce);
    }
    QJsonObject publicKey = key.publicJson();
    for (const char* name : {"kid", "alg", "use"}) {
        publicKey.remove(QLatin1String(name));
    }
    return Jws::sign(QJsonDocument(claims).toJson(QJsonDocument::Compact), key, proofType,
                     {{QStringLiteral("jwk"), publicKey}});
}

Outcome<DpopProof> Dpop::verify(const QByteArray& proof, const QByteArray& method, const QUrl& url,
                                const QDateTime& now, const QByteArray& accessToken, KnownHeaders* known)
{
    const JwsRules rules{{JwsAlgorithm::Es256}, proofType, true, 8LL * 1024};
    const auto verified = Jws::verifyEmbedded(proof, rules, known);
    if (!verified) {
        return verified.failure();
    }
    const Jwk& key = *verified.value().header.embeddedKey;
    const auto claims = verified.value().claims();
    if (!claims) {
        return claims.failure();
    }
    const auto text = [&claims](const char* name) {
        return claims.value().value(QLatin1String(name)).toString();
    };
    const QString id = text("jti");
    const QString called = target(url);
    const QString named = text("htu");
    // To read an address costs a good part of what the rest of a proof costs.
    const bool same = named == called || target(QUrl(named, QUrl::StrictMode)) == called;
    if (id.isEmpty() || id.size() > longestId || text("htm") != QString::fromLatin1(method) || !same) {
        return refused("DPoP proof for another call");
    }
    if (!accessToken.isEmpty() && text("ath") != hashOf(accessToken)) {
        return refused("DPoP proof for another token");
    }
    const QJsonValue issued = claims.value().value(QLatin1String("iat"));
    if (!issued.isDouble()) {
        return refused("DPoP proof without its instant");
    }
    const QDateTime issuedAt = QDateTime::fromSecsSinceEpoch(issued.toInteger(), Qt::UTC);
    if (std::abs(issuedAt.secsTo(now)) > toleranceSeconds) {
        return Failure{FailureCode::ClockWrong, QStringLiteral("DPoP proof from another time"), {}};
    }
    return DpopProof{key, key.thumbprint(), id, issuedAt, text("nonce")};
}

} // namespace proconnect
