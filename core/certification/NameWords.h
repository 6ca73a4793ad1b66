// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/FoldedText.h"

#include <array>
#include <cstdint>

namespace proconnect::certification {

/// Words that link the parts of a name and identify nobody: DE, LA, EL, ABD, D, N...
[[nodiscard]] bool isParticle(FoldedText::View word);
inline constexpr std::size_t longestParticle = 6;

/// Neither a particle nor a single letter.
[[nodiscard]] bool isSignificant(FoldedText::View word);

/// For each letter from A to Z, as bits, those that may follow it at the beginning of a placeholder.
inline constexpr auto placeholderBeginnings = [] {
    std::array<std::uint32_t, 26> bits{};
    for (const std::string_view pair :
         {"AB", "AN", "CO", "IN", "NC", "NE", "NO", "NR", "NU", "PR", "SA", "SN", "SP", "UN", "VI"}) {
        bits[static_cast<std::size_t>(pair[0] - 'A')] |= 1U << static_cast<unsigned>(pair[1] - 'A');
    }
    return bits;
}();

/// Whether a name may be a placeholder, by its first two letters: nearly every name is none.
[[nodiscard]] constexpr bool maybePlaceholder(FoldedText::View letters)
{
    if (letters.size() < 2) {
        return letters.size() == 1 && letters[0] == u'X';
    }
    const unsigned row = letters[0] - unsigned{u'A'};
    const unsigned bit = letters[1] - unsigned{u'A'};
    return letters[0] == u'X' || (row < placeholderBeginnings.size() && bit < placeholderBeginnings.size() &&
                                  (placeholderBeginnings[row] >> bit & 1U) != 0);
}

/// What registers write where there is no name: SNP (sans nom patronymique), INCONNU, NEANT, X...
[[nodiscard]] bool isListedPlaceholder(FoldedText::View letters);
[[nodiscard]] inline bool isPlaceholder(FoldedText::View letters)
{
    return maybePlaceholder(letters) && isListedPlaceholder(letters);
}

/// The same, and "N/A", which folded is also a family of Korea's.
[[nodiscard]] inline bool isPlaceholder(const FoldedText& name)
{
    return isPlaceholder(name.letters()) ||
           (name.letters().size() == 2 && name.wordCount() == 2 && name.letters() == u"NA");
}

/// Whether a character stands where a letter got lost: a question mark, a star, any symbol, a control
/// character, the sign of what cannot be decoded, dots in a row. Only a name with marks
/// (FoldedText::hasMarks()) can have any.
[[nodiscard]] bool hasLostLetters(QStringView name);

/// Whether a hyphen joins a whole field to nothing: "JEAN-" was Jean-Pierre, or another. Only one with marks
/// can have any.
[[nodiscard]] bool endsInHyphen(QStringView name);

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
