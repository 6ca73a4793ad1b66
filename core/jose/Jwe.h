// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace proconnect {

/// What a JWE held. The header was authenticated with the content, but anybody may encrypt: only a signature
/// inside tells who wrote it.
struct OpenedJwe
{
    QJsonObject header;
    QByteArray content;
};

/// Compact JWE (RFC 7516) around a signed JWT, for pairs of our own.
class Jwe
{
public:
    /// The algorithm that an encryption for `key` is made with: ECDH-ES for P-256, RSA-OAEP for RSA.
    [[nodiscard]] static QString algorithmFor(const Jwk& key);

    /// Opens with the private key that "kid" names. Unauthorized when anything is otherwise than: five parts,
    /// "alg" that of the key, "enc" A256GCM, "cty" JWT, for ECDH-ES an ephemeral key on the curve, whole
    /// nonce and tag, no compression and no member that brings in a key or an extension.
    [[nodiscard]] static Outcome<OpenedJwe> open(const QByteArray& token, const QList<Jwk>& keys,
                                                 qsizetype largest);
};

} // namespace proconnect
