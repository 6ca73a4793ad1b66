// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace proconnect {

/// How a program on a desk may have written a text.
enum class TextEncodings { Utf8, Utf8OrWindows1252 };

/// The text of a file, its lines ended by "\n". A byte order mark is passed over. Nothing when it is no text:
/// it holds a NUL (UTF-16 does), or no byte sequence of `encodings`. What is not UTF-8 from its first to its
/// last byte is Windows-1252, as an older French spreadsheet saves it.
[[nodiscard]] std::optional<QString> decodeText(const QByteArray& file, TextEncodings encodings);

} // namespace proconnect
