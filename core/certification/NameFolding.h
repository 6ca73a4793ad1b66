// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect::certification {

/// The words of a name as it sounds on any keyboard: upper case, without diacritics, zero-width or formatting
/// characters, split at spaces, hyphens, apostrophes and other punctuation. Letters that Unicode does not
/// decompose (Ł, Ø, Đ, ß, ı, Æ, Œ, Þ...) are written as passports write them. Letters of other scripts stay
/// themselves: nothing is dropped that could tell two people apart.
[[nodiscard]] QStringList foldedWords(const QString& name);

/// foldedWords() without anything between: "Le Goff-Méré" and "LEGOFF MERE" are the same.
[[nodiscard]] QString foldedLetters(const QString& name);

/// Words that link the parts of a name and identify nobody: DE, LA, EL, ABD, D, N...
[[nodiscard]] bool isParticle(const QString& foldedWord);

/// foldedWords() without particles and single letters.
[[nodiscard]] QStringList significantWords(const QString& name);

/// One letter added, lost, changed or swapped with its neighbour.
[[nodiscard]] bool oneLetterApart(const QString& a, const QString& b);

} // namespace proconnect::certification
