// SPDX-License-Identifier: MIT
#include "core/jose/Jwe.h"

#include "core/jose/Base64Url.h"
#include "core/jose/CjoseHandles.h"
#include "core/jose/EcdhEs.h"
#include "core/jose/StrictJson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace proconnect {
namespace {

constexpr qsizetype partCount = 5;
constexpr qsizetype nonceBytes = 12;
constexpr qsizetype tagBytes = 16;
constexpr JsonLimits headerLimits{8LL * 1024, 4};
// Compression makes a small token huge; the rest bring in keys, passwords or extensions that nobody asks for.
constexpr std::array refusedMembers{"zip", "crit", "b64", "jku", "jwk",      "x5u", "x5c", "x5t",
                                    "apu", "apv",  "p2c", "p2s", "x5t#S256", "iv",  "tag"};

Failure refused(const char* why)
{
    return {FailureCode::Unauthorized, QLatin1String(why), {}};
}

QString text(const QJsonObject& header, const char* name)
{
    return header.value(QLatin1String(name)).toString();
}

/// The key that the header names, when everything else of the header fits it.
Outcome<Jwk> keyFor(const QJsonObject& header, const QByteArray& encryptedKey, const QList<Jwk>& keys)
{
    for (const char* name : refusedMembers) {
        if (header.contains(QLatin1String(name))) {
            return refused("JWE header with an extension");
        }
    }
    const auto found = std::find_if(keys.cbegin(), keys.cend(), [&header](const Jwk& key) {
        return !key.keyId().isEmpty() && key.keyId() == text(header, "kid");
    });
    if (found == keys.cend()) {
        return refused("JWE for a key that is not ours");
    }
    if (text(header, "alg") != Jwe::algorithmFor(*found) || text(header, "enc") != QLatin1String("A256GCM")) {
        return refused("JWE algorithm not accepted");
    }
    if (text(header, "cty").compare(QLatin1String("JWT"), Qt::CaseInsensitive) != 0) {
        return refused("JWE that holds no JWT");
    }
    if ((found->kind() == Jwk::Kind::EcP256) != encryptedKey.isEmpty()) {
        return refused("JWE key of another kind");
    }
    return *found;
}

struct JweDeleter
{
    void operator()(cjose_jwe_t* jwe) const { cjose_jwe_release(jwe); }
};

std::optional<QByteArray> openWrapped(const Jwk& key, const QByteArray& token)
{
    cjose_err error{};
    const QByteArray secret = QJsonDocument(key.privateJson()).toJson(QJsonDocument::Compact);
    const CjoseKey opener(cjose_jwk_import(secret.constData(), static_cast<size_t>(secret.size()), &error));
    const std::unique_ptr<cjose_jwe_t, JweDeleter> jwe(
        cjose_jwe_import(token.constData(), static_cast<size_t>(token.size()), &error));
    size_t size = 0;
    const std::unique_ptr<uint8_t, decltype(&std::free)> content(
        opener && jwe ? cjose_jwe_decrypt(jwe.get(), opener.get(), &size, &error) : nullptr, &std::free);
    return content ? std::optional(QByteArray(reinterpret_cast<const char*>(content.get()),
                                              static_cast<qsizetype>(size)))
                   : std::nullopt;
}

std::optional<QByteArray> openAgreed(const QJsonObject& header, const Jwk& key,
                                     const QList<QByteArray>& parts, const QByteArray& token)
{
    // A point off the curve would give the private key away, bit by bit.
    const auto ephemeral = Jwk::fromPublicJson(header.value(QLatin1String("epk")).toObject());
    if (!ephemeral || ephemeral.value().kind() != Jwk::Kind::EcP256) {
        return std::nullopt;
    }
    return openEcdhEs(key, ephemeral.value(), {token.left(token.indexOf('.')), parts[2], parts[3], parts[4]});
}

} // namespace

QString Jwe::algorithmFor(const Jwk& key)
{
    return key.kind() == Jwk::Kind::EcP256 ? QStringLiteral("ECDH-ES") : QStringLiteral("RSA-OAEP");
}

Outcome<OpenedJwe> Jwe::open(const QByteArray& token, const QList<Jwk>& keys, qsizetype largest)
{
    if (token.size() > largest) {
        return refused("JWE too large");
    }
    QList<QByteArray> parts;
    for (const QByteArray& piece : token.split('.')) {
        const auto bytes = base64url::decode(piece);
        if (!bytes || parts.size() == partCount) {
            return refused("JWE not in five parts of base64url");
        }
        parts.append(*bytes);
    }
    if (parts.size() != partCount || parts[2].size() != nonceBytes || parts[3].isEmpty() ||
        parts[4].size() != tagBytes) {
        return refused("JWE without its five whole parts");
    }
    auto header = parseStrictJson(parts[0], headerLimits, FailureCode::Unauthorized);
    if (!header) {
        return header.failure();
    }
    const auto key = keyFor(header.value(), parts[1], keys);
    if (!key) {
        return key.failure();
    }
    const auto content = key.value().kind() == Jwk::Kind::EcP256
                             ? openAgreed(header.value(), key.value(), parts, token)
                             : openWrapped(key.value(), token);
    return content ? Outcome<OpenedJwe>(OpenedJwe{std::move(header).value(), *content})
                   : refused("JWE does not open");
}

} // namespace proconnect
