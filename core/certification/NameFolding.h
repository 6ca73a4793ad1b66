// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect::certification {

/// The words of a name or of any other text, folded as FoldedText does.
[[nodiscard]] QStringList foldedWords(const QString& name);

/// foldedWords() without anything between: "Le Goff-Méré" and "LEGOFF MERE" are the same.
[[nodiscard]] QString foldedLetters(const QString& name);

/// Whether something without a letter stands before a name, among given names in their order or within one of
/// the texts (", HELENE"): left out, it would make the next name an earlier one than it is.
[[nodiscard]] bool haveGap(const QStringList& givenNames);

} // namespace proconnect::certification
