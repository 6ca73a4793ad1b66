// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

namespace proconnect::ui {

/// `instant` in Paris: instants are UTC inside, Europe/Paris on screen.
[[nodiscard]] QDateTime inParis(const QDateTime& instant);
/// First letter in upper case, for words that begin a line: "Présidente".
[[nodiscard]] QString capitalized(const QString& text);

/// The same with a small first letter, for the middle of a sentence; "DSN" stays.
[[nodiscard]] QString uncapitalized(const QString& text);

} // namespace proconnect::ui
