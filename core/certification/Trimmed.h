// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace proconnect::certification {

/// QStringView::trimmed(), without its cost where there is nothing to trim.
[[nodiscard]] inline QStringView trimmedView(QStringView text)
{
    const auto plain = [](QChar c) { return c > u' ' && c < QChar(0x7F); };
    return text.isEmpty() || (plain(text.front()) && plain(text.back())) ? text : text.trimmed();
}

} // namespace proconnect::certification
