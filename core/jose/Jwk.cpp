// SPDX-License-Identifier: MIT
#include "core/jose/Jwk.h"

#include "core/jose/Base64Url.h"
#include "core/jose/CjoseHandles.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace proconnect {
namespace {

constexpr qsizetype coordinateBytes = 32;
constexpr qsizetype smallestModulusBytes = 256;
constexpr qsizetype largestModulusBytes = 1024;
constexpr qsizetype largestExponentBytes = 8;
constexpr qsizetype largestKeySet = 32;
constexpr qsizetype longestMember = 256;
constexpr size_t newModulusBits = 3072;
constexpr std::array<uint8_t, 3> usualExponent{1, 0, 1};
constexpr std::array privateRsaMembers{"d", "p", "q", "dp", "dq", "qi"};
// "k" is the symmetric key, the others the private parts of EC and RSA keys (RFC 7518, section 6).
constexpr std::array secretMembers{"d", "k", "p", "q", "dp", "dq", "qi", "oth"};

Failure invalid(const char* why)
{
    return {FailureCode::InvalidRequest, QLatin1String(why), {}};
}

QByteArray member(const QJsonObject& json, const char* name)
{
    return json.value(QLatin1String(name)).toString().toLatin1();
}

qsizetype byteCount(const QJsonObject& json, const char* name)
{
    const auto bytes = base64url::decode(member(json, name));
    return bytes ? bytes->size() : -1;
}

bool holdsSecret(const QJsonObject& json)
{
    return std::any_of(secretMembers.begin(), secretMembers.end(),
                       [&json](const char* name) { return json.contains(QLatin1String(name)); });
}

/// Nothing when cjose, and OpenSSL beneath it, do not take it: they check here that the point is on the curve
/// and that the pair belongs together.
std::shared_ptr<const ImportedKey> import(const QJsonObject& json)
{
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    cjose_err error{};
    CjoseKey key(cjose_jwk_import(text.constData(), static_cast<size_t>(text.size()), &error));
    return key ? std::make_shared<const ImportedKey>(ImportedKey{std::move(key)}) : nullptr;
}

/// A pair that cjose made.
Outcome<QJsonObject> exported(const CjoseKey& key)
{
    cjose_err error{};
    const std::unique_ptr<char, decltype(&std::free)> text(
        key ? cjose_jwk_to_json(key.get(), true, &error) : nullptr, &std::free);
    if (!text) {
        return Failure{FailureCode::Internal, QStringLiteral("no key pair could be made"), {}};
    }
    return QJsonDocument::fromJson(QByteArray(text.get())).object();
}

QJsonObject keep(const QJsonObject& json, std::initializer_list<const char*> names)
{
    QJsonObject result;
    for (const char* name : names) {
        const QString text = json.value(QLatin1String(name)).toString();
        if (!text.isEmpty()) {
            result.insert(QLatin1String(name), text);
        }
    }
    return result;
}

/// RFC 7638: required members only, in alphabetical order (QJsonObject's own), without spaces.
QString thumbprintOf(Jwk::Kind kind, const QJsonObject& json)
{
    const QJsonObject required =
        kind == Jwk::Kind::EcP256 ? keep(json, {"crv", "kty", "x", "y"}) : keep(json, {"e", "kty", "n"});
    const QByteArray text = QJsonDocument(required).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(base64url::encode(QCryptographicHash::hash(text, QCryptographicHash::Sha256)));
}

} // namespace

Jwk::Jwk(Kind kind, QJsonObject json, std::shared_ptr<const ImportedKey> imported)
    : m_kind(kind), m_json(std::move(json)), m_thumbprint(thumbprintOf(kind, m_json)),
      m_imported(std::move(imported))
{}

Outcome<Jwk> Jwk::generateP256()
{
    cjose_err error{};
    const auto json = exported(CjoseKey(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error)));
    return json ? fromPrivateJson(json.value()) : json.failure();
}

Outcome<Jwk> Jwk::generateRsa()
{
    cjose_err error{};
    const auto json = exported(CjoseKey(
        cjose_jwk_create_RSA_random(newModulusBits, usualExponent.data(), usualExponent.size(), &error)));
    return json ? fromPrivateJson(json.value(), Kind::Rsa) : json.failure();
}

Outcome<Jwk> Jwk::fromPublicJson(const QJsonObject& json)
{
    if (holdsSecret(json)) {
        return invalid("JWK with a secret part");
    }
    return parse(json, false);
}

Outcome<Jwk> Jwk::fromPrivateJson(const QJsonObject& json, Kind kind)
{
    if (member(json, "kty") != (kind == Kind::EcP256 ? "EC" : "RSA")) {
        return invalid("JWK of another kind");
    }
    return parse(json, true);
}

Outcome<Jwk> Jwk::parse(const QJsonObject& json, bool withPrivatePart)
{
    for (const char* name : {"kid", "alg", "use"}) {
        if (json.value(QLatin1String(name)).toString().size() > longestMember) {
            return invalid("JWK member too long");
        }
    }
    const QByteArray type = member(json, "kty");
    if (type == "EC" && member(json, "crv") == "P-256") {
        QJsonObject kept = keep(json, {"kty", "crv", "x", "y", "kid", "alg", "use"});
        if (withPrivatePart) {
            kept.insert(QLatin1String("d"), json.value(QLatin1String("d")));
        }
        const bool sized = byteCount(kept, "x") == coordinateBytes &&
                           byteCount(kept, "y") == coordinateBytes &&
                           (!withPrivatePart || byteCount(kept, "d") == coordinateBytes);
        auto imported = sized ? import(kept) : nullptr;
        return imported ? Outcome<Jwk>(Jwk(Kind::EcP256, std::move(kept), std::move(imported)))
                        : invalid("JWK is not a P-256 key");
    }
    if (type == "RSA") {
        QJsonObject kept = keep(json, {"kty", "n", "e", "kid", "alg", "use"});
        for (const char* name : privateRsaMembers) {
            if (withPrivatePart && byteCount(json, name) < 1) {
                return invalid("JWK is not a whole RSA pair");
            }
            if (withPrivatePart) {
                kept.insert(QLatin1String(name), json.value(QLatin1String(name)));
            }
        }
        const qsizetype modulus = byteCount(kept, "n");
        const qsizetype exponent = byteCount(kept, "e");
        const bool sized = modulus >= smallestModulusBytes && modulus <= largestModulusBytes &&
                           exponent >= 1 && exponent <= largestExponentBytes;
        auto imported = sized ? import(kept) : nullptr;
        return imported ? Outcome<Jwk>(Jwk(Kind::Rsa, std::move(kept), std::move(imported)))
                        : invalid("JWK is not an RSA key of a safe size");
    }
    return invalid("JWK of an unknown kind");
}

QString Jwk::keyId() const
{
    return m_json.value(QLatin1String("kid")).toString();
}

QString Jwk::algorithm() const
{
    return m_json.value(QLatin1String("alg")).toString();
}

QString Jwk::use() const
{
    return m_json.value(QLatin1String("use")).toString();
}

QJsonObject Jwk::publicJson() const
{
    QJsonObject json = m_json;
    for (const char* name : secretMembers) {
        json.remove(QLatin1String(name));
    }
    return json;
}

Outcome<QList<Jwk>> parseJwkSet(const QJsonObject& json)
{
    const QJsonArray entries = json.value(QLatin1String("keys")).toArray();
    if (entries.isEmpty() || entries.size() > largestKeySet) {
        return invalid("JWK Set empty or too large");
    }
    QList<Jwk> keys;
    for (const auto entry : entries) {
        const QJsonObject object = entry.toObject();
        if (holdsSecret(object)) {
            return invalid("JWK Set with a secret part");
        }
        if (auto key = Jwk::fromPublicJson(object)) {
            keys.append(key.value());
        }
    }
    return keys;
}

} // namespace proconnect
