// SPDX-License-Identifier: MIT
#include "core/jose/Jws.h"

#include "core/jose/Base64Url.h"
#include "core/jose/CjoseHandles.h"
#include "core/jose/KnownHeaders.h"
#include "core/jose/StrictJson.h"

#include <QJsonDocument>

#include <array>

namespace proconnect {
namespace {

constexpr qsizetype es256SignatureBytes = 64;
constexpr JsonLimits headerLimits{8LL * 1024, 4};
// Extensions that nobody here asks for; each has been a way to bring in a foreign key or another payload.
constexpr std::array refusedMembers{"crit", "b64", "jku", "x5u", "x5c", "x5t", "x5t#S256", "zip", "enc"};

Failure refused(const char* why)
{
    return {FailureCode::Unauthorized, QLatin1String(why), {}};
}

std::optional<JwsAlgorithm> algorithmFromName(const QString& name)
{
    if (name == QLatin1String("ES256")) {
        return JwsAlgorithm::Es256;
    }
    if (name == QLatin1String("RS256")) {
        return JwsAlgorithm::Rs256;
    }
    return std::nullopt;
}

QString bareType(const QString& type)
{
    const QString lower = type.toLower();
    const QLatin1String prefix("application/");
    return lower.startsWith(prefix) ? lower.sliced(prefix.size()) : lower;
}

struct Parts
{
    QByteArray header; ///< as it stands in the token
    QByteArray payload;
    QByteArray signature;
};

Outcome<Parts> split(const QByteArray& token, qsizetype largest)
{
    if (token.size() > largest) {
        return refused("JWS too large");
    }
    const QList<QByteArray> pieces = token.split('.');
    if (pieces.size() != 3) {
        return refused("JWS without its three parts");
    }
    auto payload = base64url::decode(pieces[1]);
    auto signature = base64url::decode(pieces[2]);
    if (!payload || !signature) {
        return refused("JWS not in base64url");
    }
    return Parts{pieces[0], std::move(*payload), std::move(*signature)};
}

Outcome<JwsHeader> checkHeader(const QByteArray& encoded, const JwsRules& rules)
{
    const auto text = base64url::decode(encoded);
    if (!text) {
        return refused("JWS not in base64url");
    }
    const auto parsed = parseStrictJson(*text, headerLimits, FailureCode::Unauthorized);
    if (!parsed) {
        return parsed.failure();
    }
    const QJsonObject& members = parsed.value();
    for (const char* name : refusedMembers) {
        if (members.contains(QLatin1String(name))) {
            return refused("JWS header with an extension");
        }
    }
    const auto algorithm = algorithmFromName(members.value(QLatin1String("alg")).toString());
    if (!algorithm || !rules.algorithms.contains(*algorithm)) {
        return refused("JWS algorithm not accepted");
    }
    JwsHeader header{*algorithm, members.value(QLatin1String("typ")).toString(),
                     members.value(QLatin1String("kid")).toString(), std::nullopt};
    if (!rules.type.isEmpty() && bareType(header.type) != bareType(rules.type)) {
        return refused("JWS of another type");
    }
    const QJsonValue embedded = members.value(QLatin1String("jwk"));
    if (!embedded.isUndefined()) {
        if (!rules.embeddedKey || !embedded.isObject()) {
            return refused("JWS header with a key");
        }
        auto key = Jwk::fromPublicJson(embedded.toObject());
        if (!key) {
            return refused("JWS header with an unusable key");
        }
        header.embeddedKey = key.value();
    }
    return header;
}

bool fits(JwsAlgorithm algorithm, const Jwk& key)
{
    return (algorithm == JwsAlgorithm::Es256) == (key.kind() == Jwk::Kind::EcP256);
}

Outcome<VerifiedJws> verifySignature(const QByteArray& token, Parts parts, JwsHeader header, const Jwk& key)
{
    if (!fits(header.algorithm, key) ||
        (header.algorithm == JwsAlgorithm::Es256 && parts.signature.size() != es256SignatureBytes)) {
        return refused("JWS signature of another kind");
    }
    cjose_err error{};
    const CjoseJws jws(cjose_jws_import(token.constData(), static_cast<size_t>(token.size()), &error));
    if (!jws || !cjose_jws_verify(jws.get(), key.imported().key.get(), &error)) {
        return refused("JWS signature does not verify");
    }
    return VerifiedJws{std::move(header), std::move(parts.payload)};
}

} // namespace

Outcome<QJsonObject> VerifiedJws::claims() const
{
    return parseStrictJson(payload, {}, FailureCode::Unauthorized);
}

Outcome<QByteArray> Jws::sign(const QByteArray& payload, const Jwk& key, const QString& type,
                              const QJsonObject& more)
{
    const Failure failed{FailureCode::Internal, QStringLiteral("signing failed"), {}};
    if (!key.isPrivate() || key.kind() != Jwk::Kind::EcP256) {
        return failed;
    }
    cjose_err error{};
    const CjoseHeader header(cjose_header_new(&error));
    if (!header || !cjose_header_set(header.get(), CJOSE_HDR_ALG, CJOSE_HDR_ALG_ES256, &error) ||
        !cjose_header_set(header.get(), "typ", type.toUtf8().constData(), &error)) {
        return failed;
    }
    for (auto it = more.begin(); it != more.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        const bool added =
            it->isObject()
                ? cjose_header_set_raw(
                      header.get(), name.constData(),
                      QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact).constData(), &error)
                : cjose_header_set(header.get(), name.constData(), it->toString().toUtf8().constData(),
                                   &error);
        if (!added) {
            return failed;
        }
    }
    const CjoseJws jws(cjose_jws_sign(key.imported().key.get(), header.get(),
                                      reinterpret_cast<const uint8_t*>(payload.constData()),
                                      static_cast<size_t>(payload.size()), &error));
    const char* text = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &text, &error)) {
        return failed;
    }
    return QByteArray(text);
}

Outcome<JwsHeader> Jws::readHeader(const QByteArray& token, const JwsRules& rules)
{
    const auto parts = split(token, rules.largest);
    return parts ? checkHeader(parts.value().header, rules) : Outcome<JwsHeader>(parts.failure());
}

Outcome<VerifiedJws> Jws::verify(const QByteArray& token, const Jwk& key, const JwsRules& rules)
{
    auto parts = split(token, rules.largest);
    if (!parts) {
        return parts.failure();
    }
    auto header = checkHeader(parts.value().header, rules);
    if (!header) {
        return header.failure();
    }
    return verifySignature(token, std::move(parts).value(), std::move(header).value(), key);
}

Outcome<VerifiedJws> Jws::verifyEmbedded(const QByteArray& token, const JwsRules& rules, KnownHeaders* known)
{
    auto parts = split(token, rules.largest);
    if (!parts) {
        return parts.failure();
    }
    const QByteArray encoded = parts.value().header;
    const auto seen = known == nullptr ? std::nullopt : known->find(encoded);
    auto header = seen ? Outcome<JwsHeader>(*seen) : checkHeader(encoded, rules);
    if (!header) {
        return header.failure();
    }
    const std::optional<Jwk> key = header.value().embeddedKey;
    if (!key) {
        return refused("JWS without its key");
    }
    auto verified = verifySignature(token, std::move(parts).value(), std::move(header).value(), *key);
    if (verified && known != nullptr && !seen) {
        known->remember(encoded, verified.value().header);
    }
    return verified;
}

} // namespace proconnect
