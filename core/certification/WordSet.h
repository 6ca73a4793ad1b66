// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/FoldedText.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace proconnect::certification {

/// Words that are known when compiling. Each has a place of its own, so that one look tells whether a word is
/// among them, as fast for one that is as for one that is not.
template <std::size_t Count>
class WordSet
{
public:
    using View = FoldedText::View;

    consteval explicit WordSet(const std::array<View, Count>& words)
    {
        while (!settle(words)) {
            m_factor =
                m_factor * 6364136223846793005U + 1442695040888963407U; // another odd one (Knuth, MMIX)
            m_factor |= 1U;
        }
    }

    [[nodiscard]] bool contains(View word) const
    {
        return !word.empty() && sameLetters(m_places[placeOf(word)], word);
    }

private:
    static constexpr unsigned bits = 8;
    static_assert(Count <= 64, "more words need more places");

    /// A few letters and the length tell the words of such lists apart.
    [[nodiscard]] constexpr std::size_t placeOf(View word) const
    {
        const std::size_t last = word.size() - 1;
        const std::size_t beforeLast = last - (last != 0 ? 1 : 0);
        const std::size_t second = last != 0 ? 1 : 0;
        const std::uint64_t sample = std::uint64_t{word[0]} | std::uint64_t{word[second]} << 8U |
                                     std::uint64_t{word[word.size() / 2]} << 16U |
                                     std::uint64_t{word[beforeLast]} << 24U |
                                     std::uint64_t{word[last]} << 32U | std::uint64_t{word.size()} << 40U;
        return static_cast<std::size_t>(sample * m_factor >> (64 - bits));
    }

    consteval bool settle(const std::array<View, Count>& words)
    {
        m_places = {};
        for (const View word : words) {
            View& place = m_places[placeOf(word)];
            if (!place.empty()) {
                return false;
            }
            place = word;
        }
        return true;
    }

    std::uint64_t m_factor = 0x9E37'79B9'7F4A'7C15U; // the golden ratio's, as good as any
    std::array<View, std::size_t{1} << bits> m_places{};
};

} // namespace proconnect::certification
