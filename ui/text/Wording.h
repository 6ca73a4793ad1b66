// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect::ui {

/// "A", "A et B", "A, B et C"
[[nodiscard]] QString enumeration(const QStringList& items);
/// The number as a capitalised word up to ten (feminine in French), digits above: "Trois"
[[nodiscard]] QString numberWord(int number);
/// The text between the quotation marks of the language, for words that somebody else wrote.
[[nodiscard]] QString quoted(const QString& text);
/// The sentences without doubled full stops: an abbreviated month already ends with one.
[[nodiscard]] QString withSingleStops(QString sentences);
/// A name that leaves room for the sentence around it; the whole stands elsewhere on the screen.
[[nodiscard]] QString shortened(const QString& name);
/// Folded for comparison: no case, no accent, simple spaces.
[[nodiscard]] QString foldedForSearch(const QString& text);

} // namespace proconnect::ui
