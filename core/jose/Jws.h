// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

class KnownHeaders;

enum class JwsAlgorithm { Es256, Rs256 };

/// What a verifier demands of a token before it looks at the signature.
struct JwsRules
{
    QList<JwsAlgorithm> algorithms{JwsAlgorithm::Es256};
    /// Demanded "typ", compared without case and without a leading "application/"; empty: any, or none.
    QString type;
    /// Whether the header may carry its own key ("jwk"), as a DPoP proof does.
    bool embeddedKey = false;
    qsizetype largest = 64LL * 1024;
};

/// A header that follows the rules. Read before the signature is checked: only good for choosing a key.
struct JwsHeader
{
    JwsAlgorithm algorithm = JwsAlgorithm::Es256;
    QString type;
    QString keyId;
    std::optional<Jwk> embeddedKey;
};

/// A token whose signature was verified.
struct VerifiedJws
{
    JwsHeader header;
    QByteArray payload;

    /// The payload as a strict JSON object; Unauthorized when it is not one.
    [[nodiscard]] Outcome<QJsonObject> claims() const;
};

/// Compact JWS (RFC 7515) with ES256 or RS256 and nothing else. Times and audiences are the caller's to
/// check.
class Jws
{
public:
    /// Signs with ES256. `type` becomes "typ"; `more` adds header members such as "jwk".
    [[nodiscard]] static Outcome<QByteArray> sign(const QByteArray& payload, const Jwk& key,
                                                  const QString& type, const QJsonObject& more = {});

    /// Unauthorized unless the token is well formed and its header follows `rules`: "alg" in the list, "typ"
    /// as demanded, no "crit", "b64", "jku", "x5u", "x5c" or "zip", no "jwk" unless allowed.
    [[nodiscard]] static Outcome<JwsHeader> readHeader(const QByteArray& token, const JwsRules& rules);

    /// Verifies against `key`, never against a key from the token. Unauthorized when anything is wrong.
    [[nodiscard]] static Outcome<VerifiedJws> verify(const QByteArray& token, const Jwk& key,
                                                     const JwsRules& rules);

    /// Verifies against the key in the token's own header, which `rules` must allow: that shows who signed,
    /// and nothing of whether to trust them. Unauthorized when there is none, and when anything is wrong.
    /// `known`: headers verified before under the same rules; this one is added.
    [[nodiscard]] static Outcome<VerifiedJws> verifyEmbedded(const QByteArray& token, const JwsRules& rules,
                                                             KnownHeaders* known = nullptr);
};

} // namespace proconnect
