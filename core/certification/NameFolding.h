// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace proconnect::certification {

/// The words of a name or of any other text, folded as FoldedText does.
[[nodiscard]] QStringList foldedWords(const QString& name);

/// foldedWords() without anything between: "Le Goff-Méré" and "LEGOFF MERE" are the same.
[[nodiscard]] QString foldedLetters(const QString& name);

} // namespace proconnect::certification
