// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

/// A portal's own words without the full stop at their end: the sentence that quotes them has one.
[[nodiscard]] inline QString withoutStop(const QString& words)
{
    return words.endsWith(u'.') ? words.chopped(1) : words;
}

} // namespace proconnect::ui
