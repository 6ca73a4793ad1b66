// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace proconnect::service {

/// AES-256-GCM: format byte, fresh nonce of 12 bytes, ciphertext, tag of 16 bytes. `key` has 32 bytes;
/// `associated` is authenticated with the text and must be the same to open it.
[[nodiscard]] QByteArray aesGcmSeal(const QByteArray& plain, const QByteArray& key,
                                    const QByteArray& associated);
/// Nothing when anything was altered.
[[nodiscard]] std::optional<QByteArray> aesGcmOpen(const QByteArray& sealed, const QByteArray& key,
                                                   const QByteArray& associated);

} // namespace proconnect::service
