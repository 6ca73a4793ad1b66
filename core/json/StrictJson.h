// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace proconnect {

/// The depth that no message of ours exceeds.
inline constexpr int largestJsonDepth = 32;

/// `text` as one JSON object (RFC 8259), or nothing. Unlike QJsonDocument it refuses a member named twice,
/// which two readers would understand differently, and text that is not UTF-8; nesting is bounded by
/// `maxDepth`.
[[nodiscard]] std::optional<QJsonObject> parseStrictJsonObject(const QByteArray& text,
                                                               int maxDepth = largestJsonDepth);

} // namespace proconnect
