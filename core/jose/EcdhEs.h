// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"

#include <QByteArray>

#include <optional>

namespace proconnect {

/// The parts of a JWE that A256GCM protects.
struct GcmParts
{
    QByteArray associated; ///< the header as it came
    QByteArray nonce;      ///< 12 bytes
    QByteArray cipher;
    QByteArray tag; ///< 16 bytes
};

/// The text that was encrypted with A256GCM under the key that ECDH-ES agrees on (RFC 7518, 4.6), on P-256
/// and without party information. Nothing when it does not open. Computed by OpenSSL: cjose 0.6 never gives
/// back the memory of a direct agreement's empty key.
[[nodiscard]] std::optional<QByteArray> openEcdhEs(const Jwk& pair, const Jwk& ephemeral,
                                                   const GcmParts& parts);

} // namespace proconnect
