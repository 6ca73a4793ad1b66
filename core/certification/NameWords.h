// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/FoldedText.h"

namespace proconnect::certification {

/// Words that link the parts of a name and identify nobody: DE, LA, EL, ABD, D, N...
[[nodiscard]] bool isParticle(FoldedText::View word);
inline constexpr std::size_t longestParticle = 6;

/// Neither a particle nor a single letter.
[[nodiscard]] bool isSignificant(FoldedText::View word);

/// What registers write where there is no name: SNP (sans nom patronymique), INCONNU, NEANT, X...
[[nodiscard]] bool isListedPlaceholder(FoldedText::View letters);
[[nodiscard]] inline bool isPlaceholder(FoldedText::View letters)
{
    // Their first two letters, looked at before the list: nearly every name stops here.
    if (letters.empty()) {
        return false;
    }
    const char16_t second = letters.size() > 1 ? letters[1] : u'\0';
    const bool suspect =
        letters[0] == u'X' || (letters[0] == u'S' && (second == u'A' || second == u'N' || second == u'P')) ||
        (letters[0] == u'A' && (second == u'B' || second == u'N')) ||
        (letters[0] == u'I' && second == u'N') || (letters[0] == u'P' && second == u'R') ||
        (letters[0] == u'N' &&
         (second == u'C' || second == u'E' || second == u'O' || second == u'R' || second == u'U')) ||
        (letters[0] == u'U' && second == u'N') || (letters[0] == u'V' && second == u'I') ||
        (letters[0] == u'C' && second == u'O');
    return suspect && isListedPlaceholder(letters);
}

/// The same, and "N/A", which folded is also a family of Korea's.
[[nodiscard]] inline bool isPlaceholder(const FoldedText& name)
{
    return isPlaceholder(name.letters()) ||
           (name.letters().size() == 2 && name.wordCount() == 2 && name.letters() == u"NA");
}

/// Whether a character stands where a letter got lost: a question mark, a star, any symbol, a control
/// character, the sign of what cannot be decoded. Only a name with marks (FoldedText::hasMarks()) can have
/// any.
[[nodiscard]] bool hasLostLetters(QStringView name);

/// Whether two names are one, should a few letters have been lost on either side.
[[nodiscard]] bool sameButForLostLetters(FoldedText::View a, FoldedText::View b);

/// First words of compound given names: the next word may belong to them (Jean Pierre, Marie Claire).
[[nodiscard]] bool opensCompound(FoldedText::View word);

/// One letter added, lost, changed or swapped with its neighbour.
[[nodiscard]] bool oneLetterApart(FoldedText::View a, FoldedText::View b);

/// GÖTZ and GOETZ, MØRK and MOERK, ÅS and AAS (ICAO 9303), folded: the same but for an E behind A, O or U, or
/// an A behind A.
[[nodiscard]] bool sameButForUmlauts(FoldedText::View a, FoldedText::View b);

/// A man's and a woman's form of one given name: Daniel and Danielle, Julien and Julie, Mario and Maria.
[[nodiscard]] bool differByGender(FoldedText::View a, FoldedText::View b);

} // namespace proconnect::certification
