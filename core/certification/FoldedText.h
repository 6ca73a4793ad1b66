// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>
#include <QVarLengthArray>

#include <cstdint>
#include <string_view>

namespace proconnect::certification {

/// A name as it sounds on any keyboard: upper case, without diacritics, zero-width or formatting characters,
/// parted into words at spaces, hyphens, apostrophes and other punctuation. Letters that Unicode does not
/// decompose (Ł, Ø, Đ, ß, ı, Æ, Œ, Þ...) are written as passports write them. Letters of other scripts stay
/// themselves: nothing is dropped that could tell two people apart. Short names cost no allocation.
class FoldedText
{
public:
    using View = std::u16string_view;

    /// What stands between a word and the next.
    enum class Boundary : std::uint8_t {
        Joint, ///< a hyphen, an apostrophe: the name goes on
        Space, ///< may part two names, or belong to one ("Jean Pierre")
        Name,  ///< the end of a name: a comma, the end of a field
    };

    FoldedText() = default;
    explicit FoldedText(QStringView text) { append(text, Boundary::Name); }

    /// Adds a field after what is there; `end` says what its own end means.
    void append(QStringView field, Boundary end);

    /// Everything without what stands between: "Le Goff-Méré" and "LEGOFF MERE" are the same.
    [[nodiscard]] View letters() const
    {
        return {m_letters.data(), static_cast<std::size_t>(m_letters.size())};
    }
    [[nodiscard]] bool isEmpty() const { return m_letters.isEmpty(); }

    [[nodiscard]] qsizetype wordCount() const { return m_words.size(); }
    [[nodiscard]] View word(qsizetype index) const;
    /// Where a word ends in letters().
    [[nodiscard]] std::size_t wordEnd(qsizetype index) const { return m_words[index].end; }
    [[nodiscard]] Boundary boundaryAfter(qsizetype index) const { return m_words[index].after; }
    /// Index of the word that ends at `end`; -1 when none does.
    [[nodiscard]] qsizetype wordEndingAt(std::size_t end) const;

private:
    struct Word
    {
        std::uint32_t end = 0;
        Boundary after = Boundary::Joint;
    };

    void part(Boundary boundary);
    void appendAscii(QStringView field);
    void appendAnyScript(QStringView field);

    QVarLengthArray<char16_t, 48> m_letters;
    QVarLengthArray<Word, 6> m_words;
    std::uint32_t m_wordBegin = 0;
};

} // namespace proconnect::certification
