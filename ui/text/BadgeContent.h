// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace proconnect::ui {

/// Meaning of a badge; colour never says it alone, its word does.
enum class BadgeKind { Neutral, Ok, Warning, Error, Info, Primary, Outline, Count };

/// A pill: an icon (optional) and a word.
struct BadgeContent
{
    BadgeKind kind = BadgeKind::Neutral;
    QString text;
    QString icon; ///< name in resources/icons; empty: no icon

    friend bool operator==(const BadgeContent&, const BadgeContent&) = default;
};

} // namespace proconnect::ui
