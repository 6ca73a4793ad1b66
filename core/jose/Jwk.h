// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>

namespace proconnect {

struct ImportedKey;

/// A key of RFC 7517, public or private: EC P-256, or RSA of 2048 to 8192 bits. No other kind can be held,
/// least of all a symmetric one. A value: copies are cheap, any thread may use one.
class Jwk
{
public:
    enum class Kind { EcP256, Rsa };

    /// A new P-256 pair.
    [[nodiscard]] static Outcome<Jwk> generateP256();
    /// A new RSA pair of 3072 bits; takes a good part of a second.
    [[nodiscard]] static Outcome<Jwk> generateRsa();
    /// A public key. InvalidRequest when a member is missing, misspelt or out of range, when the point is not
    /// on the curve, and when private or symmetric parts are present.
    [[nodiscard]] static Outcome<Jwk> fromPublicJson(const QJsonObject& json);
    /// A pair of this kind, as privateJson() wrote it.
    [[nodiscard]] static Outcome<Jwk> fromPrivateJson(const QJsonObject& json, Kind kind = Kind::EcP256);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isPrivate() const { return m_json.contains(QLatin1String("d")); }
    /// "kid", "alg" and "use" as the key's owner wrote them; empty when absent.
    [[nodiscard]] QString keyId() const;
    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] QString use() const;

    [[nodiscard]] QJsonObject publicJson() const;
    /// With the secret part: only ever for a key store.
    [[nodiscard]] QJsonObject privateJson() const { return m_json; }
    /// RFC 7638, SHA-256, base64url.
    [[nodiscard]] QString thumbprint() const { return m_thumbprint; }

    /// For whoever signs or verifies with it.
    [[nodiscard]] const ImportedKey& imported() const { return *m_imported; }

    friend bool operator==(const Jwk& left, const Jwk& right)
    {
        return left.m_kind == right.m_kind && left.m_json == right.m_json;
    }

private:
    Jwk(Kind kind, QJsonObject json, std::shared_ptr<const ImportedKey> imported);
    [[nodiscard]] static Outcome<Jwk> parse(const QJsonObject& json, bool withPrivatePart);

    Kind m_kind;
    QJsonObject m_json;
    QString m_thumbprint;
    std::shared_ptr<const ImportedKey> m_imported; ///< costs more to make than a signature to verify
};

/// The usable public keys of a JWK Set, at most 32. Keys of kinds that Jwk cannot hold are passed over; a set
/// that gives away a private or symmetric key is refused whole.
[[nodiscard]] Outcome<QList<Jwk>> parseJwkSet(const QJsonObject& json);

} // namespace proconnect
