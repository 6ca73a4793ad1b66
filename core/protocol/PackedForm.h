// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <limits>

// What PackedWriter and PackedReader agree upon.
namespace proconnect::packed {

/// Counts are written seven bits at a time, the lowest first; this one says that others follow.
inline constexpr quint64 more = 0x80;
inline constexpr int bitsAtOnce = 7;
/// Lists whose bytes are more are written each time: they are seldom met twice, and looking for them would
/// cost more than it spares.
inline constexpr qsizetype longestShared = 1024;
/// A count is believed up to here before its items are seen.
inline constexpr qsizetype reservedAtMost = 1 << 17;
inline constexpr qsizetype characterBytes = 2; ///< UTF-16
/// In the place of an instant or a day that is not valid.
inline constexpr qint64 none = std::numeric_limits<qint64>::min();

} // namespace proconnect::packed
