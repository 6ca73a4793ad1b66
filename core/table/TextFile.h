// SPDX-License-Identifier: MIT
#pragma once

#include "core/table/DecodedText.h"

#include <QDateTime>

namespace proconnect {

/// What a file on this computer holds, or why that cannot be said.
struct TextFile
{
    enum class Trouble { None, Unreadable, TooLarge, NotText };

    QString name; ///< without its folder
    QDateTime writtenAt;
    QString text; ///< decodeText()
    Trouble trouble = Trouble::None;
};

/// More than any list of a company's people or accounts.
inline constexpr qint64 largestTextFile = 8LL * 1024 * 1024;

/// Reads a text that people keep, in UTF-8 or Windows-1252. Only a plain file is opened, and no more than
/// `largest` bytes are read.
[[nodiscard]] TextFile readTextFile(const QString& path, qint64 largest = largestTextFile);

} // namespace proconnect
