// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace proconnect::aesgcm {

inline constexpr int keyBytes = 32;

/// AES-256-GCM under a fresh random nonce: nonce, ciphertext, tag. `context` is authenticated, not stored.
[[nodiscard]] QByteArray seal(const QByteArray& key, const QByteArray& plain, const QByteArray& context);

/// What was sealed; nothing when key, context or a single bit differ.
[[nodiscard]] std::optional<QByteArray> open(const QByteArray& key, const QByteArray& sealed,
                                             const QByteArray& context);

} // namespace proconnect::aesgcm
