// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/LetterFolding.h"
#include "core/certification/ShortArray.h"

#include <QStringView>

#include <cstdint>
#include <cstring>
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

    using Boundary = NameBoundary;

    FoldedText() = default;
    explicit FoldedText(QStringView text) { append(text, Boundary::Name); }

    /// Adds a field after what is there; `end` says what its own end means.
    void append(QStringView field, Boundary end);

    /// Everything without what stands between: "Le Goff-Méré" and "LEGOFF MERE" are the same.
    [[nodiscard]] View letters() const { return {m_letters.data(), m_letters.size()}; }
    [[nodiscard]] bool isEmpty() const { return m_letters.isEmpty(); }
    /// Whether anything but plain letters and spaces stood anywhere: a hyphen, a bracket, a star, what
    /// folding drops.
    [[nodiscard]] bool hasMarks() const { return m_hasMarks; }
    /// Whether every field is known to hold nothing but letters from A to Z, of either case.
    [[nodiscard]] bool isPlain() const { return m_isPlain; }

    [[nodiscard]] qsizetype wordCount() const { return static_cast<qsizetype>(m_words.size()); }
    [[nodiscard]] View word(qsizetype index) const
    {
        const std::size_t begin = index == 0 ? 0 : wordEnd(index - 1);
        return {m_letters.data() + begin, wordEnd(index) - begin};
    }
    /// Where a word ends in letters().
    [[nodiscard]] std::size_t wordEnd(qsizetype index) const { return wordAt(index).end; }
    [[nodiscard]] Boundary boundaryAfter(qsizetype index) const { return wordAt(index).after; }
    /// Index of the word that ends at `end`; -1 when none does.
    [[nodiscard]] qsizetype wordEndingAt(std::size_t end) const;

private:
    struct Word
    {
        std::uint32_t end;
        Boundary after;
    };

    [[nodiscard]] const Word& wordAt(qsizetype index) const
    {
        return m_words[static_cast<std::size_t>(index)];
    }
    /// Ends a word after so many letters.
    void part(Boundary boundary, std::size_t letters)
    {
        const auto end = static_cast<std::uint32_t>(letters);
        m_hasMarks = m_hasMarks || boundary == Boundary::Joint;
        if (end == m_wordBegin) {
            partAgain(boundary);
            return;
        }
        m_words.append({end, boundary});
        m_wordBegin = end;
    }
    void partAgain(Boundary boundary);
    void appendLatin(QStringView field, Boundary end);
    void appendAnyScript(QStringView field);

    ShortArray<char16_t, 48> m_letters;
    ShortArray<Word, 6> m_words;
    std::uint32_t m_wordBegin = 0;
    bool m_hasMarks = false;
    bool m_isPlain = true;
};

/// a == b, of which most differ in their length or first letter.
[[nodiscard]] inline bool sameLetters(FoldedText::View a, FoldedText::View b)
{
    return a.size() == b.size() &&
           (a.empty() || (a[0] == b[0] && std::memcmp(a.data(), b.data(), a.size() * sizeof(char16_t)) == 0));
}

} // namespace proconnect::certification
