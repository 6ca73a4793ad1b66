// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect {

/// How long the texts of a PortalAccount are at most, in UTF-16 units, and how many rights it has.
namespace accountTexts {
inline constexpr qsizetype longestId = 128; ///< of identifiers and codes
inline constexpr qsizetype longestName = 200;
inline constexpr qsizetype longestLabel = 300;
inline constexpr qsizetype longestEmail = 254;
inline constexpr int mostRights = 200;
} // namespace accountTexts

/// Text from a portal, for people to read: bounded, on one line, without characters that reorder or hide what
/// follows.
[[nodiscard]] QString plainLine(const QString& text, qsizetype longest);

} // namespace proconnect
