// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <algorithm>

namespace proconnect {

/// True when somebody may be called so: there is a letter, and nothing that does not print.
[[nodiscard]] inline bool isWrittenName(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint(); });
}

} // namespace proconnect
