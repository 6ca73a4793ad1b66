// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace proconnect::base64url {

/// RFC 7515, section 2: the URL-safe alphabet, no padding.
[[nodiscard]] QByteArray encode(const QByteArray& bytes);

/// The bytes that encode() would give `text` for; nothing for any other text (padding, line breaks,
/// the other alphabet, loose bits at the end), so that each value has one spelling only.
[[nodiscard]] std::optional<QByteArray> decode(const QByteArray& text);

} // namespace proconnect::base64url
