// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace proconnect::certification {

/// What stands between a word of a name and the next.
enum class NameBoundary : std::uint8_t {
    Joint, ///< a hyphen, an apostrophe: the name goes on
    Space, ///< may part two names, or belong to one ("Jean Pierre")
    Name,  ///< the end of a name: a comma, the end of a field
};

/// What one character of a name becomes: letters as on any keyboard, the end of a word, or nothing.
struct LetterFolding
{
    enum class Kind : std::uint8_t { Dropped, Letters, Parting };

    Kind kind = Kind::Dropped;
    NameBoundary boundary = NameBoundary::Joint;
    std::uint8_t size = 0;
    std::array<char16_t, 4> letters{};

    void add(char16_t letter)
    {
        if (size < letters.size()) {
            letters[size++] = letter;
            kind = Kind::Letters;
        }
    }
};

/// Folds a character that is already decomposed (NFKD).
[[nodiscard]] LetterFolding foldedPiece(char32_t decomposed);

/// Spacing accents ("´", "¨") would decompose into a space: they are typed for apostrophes.
[[nodiscard]] bool isSpacingAccent(char32_t c);

/// Whether foldedLatin() knows a character: Latin letters, their diacritics and the punctuation of names.
[[nodiscard]] constexpr bool isTabulated(char16_t c)
{
    constexpr char16_t latinEnd = 0x0250;
    constexpr char16_t furtherLatin = 0x1E00;
    constexpr char16_t punctuationEnd = 0x2060;
    return c < latinEnd || (c >= 0x0300 && c < 0x0370) || (c >= furtherLatin && c < punctuationEnd);
}

/// Folds a tabulated character, composed or not.
[[nodiscard]] const LetterFolding& foldedLatin(char16_t tabulated);

/// One number for each of the first characters of Unicode, which nearly every name is made of: its letter or
/// digit, a NameBoundary, or one of the two below.
class QuickFoldings
{
public:
    // Above the boundaries and below the digits.
    static constexpr std::uint8_t dropped = 0x10;
    static constexpr std::uint8_t other = 0x11; ///< not one letter: ask foldedLatin()

    QuickFoldings();

    [[nodiscard]] std::uint8_t operator[](char16_t c) const
    {
        return c < m_entries.size() ? m_entries[c] : other;
    }
    [[nodiscard]] static bool isLetter(std::uint8_t folded) { return folded >= '0'; }
    [[nodiscard]] static bool isBoundary(std::uint8_t folded)
    {
        return folded <= static_cast<std::uint8_t>(NameBoundary::Name);
    }

private:
    std::array<std::uint8_t, 0x180> m_entries{}; ///< Latin of western, central and northern Europe
};

} // namespace proconnect::certification
