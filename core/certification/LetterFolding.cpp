// SPDX-License-Identifier: MIT
#include "core/certification/LetterFolding.h"

#include "core/model/LatinLetters.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>

namespace proconnect::certification {
namespace {

using Boundary = NameBoundary;
using Folding = LetterFolding;

/// Diacritics of Latin, Greek and Cyrillic. The marks of other scripts are vowels or letters and are kept.
bool isDiacritic(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Modifier letters (ʼ ʻ ʿ) stand for apostrophes in transliterated names, and a tatweel for nothing. Those
/// of other scripts are letters: 々 says the one before it again.
bool isApostrophe(char32_t modifier)
{
    constexpr char32_t tatweel = 0x0640;
    return (modifier >= 0x02B0 && modifier < 0x0370) || (modifier >= 0xA700 && modifier < 0xA800) ||
           modifier == tatweel;
}

bool isInvisible(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || // variation selectors
           c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;         // fillers without a shape
}

Folding parting(Boundary boundary)
{
    return {Folding::Kind::Parting, boundary, 0, {}};
}

Folding partingBy(char32_t c)
{
    if (QChar::isSpace(c)) {
        return parting(Boundary::Space);
    }
    const bool list = c == U',' || c == U';' || c == U'/' || c == U'|';
    return parting(list ? Boundary::Name : Boundary::Joint);
}

Folding foldedAlone(char32_t c)
{
    if (isSpacingAccent(c)) {
        return parting(Boundary::Joint);
    }
    if (latinLetter(QChar::toUpper(c)) != nullptr) {
        return foldedPiece(c);
    }
    Folding whole;
    Folding last;
    const auto pieces = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toUcs4();
    for (const auto piece : pieces) {
        last = foldedPiece(piece);
        for (std::uint8_t i = 0; i < last.size; ++i) {
            whole.add(last.letters[i]);
        }
    }
    return whole.size > 0 ? whole : last;
}

constexpr char16_t tableEnd = 0x2060;

std::uint8_t quick(const Folding& folding)
{
    switch (folding.kind) {
    case Folding::Kind::Dropped:
        return QuickFoldings::dropped;
    case Folding::Kind::Parting:
        return static_cast<std::uint8_t>(folding.boundary);
    case Folding::Kind::Letters:
        break;
    }
    return folding.size == 1 && folding.letters[0] < 0x80 ? static_cast<std::uint8_t>(folding.letters[0])
                                                          : QuickFoldings::other;
}

} // namespace

LetterFolding foldedPiece(char32_t c)
{
    // Tabs and line ends are control characters too, but they part words.
    if (!QChar::isSpace(c) && (isDiacritic(c) || isInvisible(c))) {
        return {};
    }
    const char32_t upper = QChar::toUpper(c);
    Folding folding;
    if (const LatinLetter* row = latinLetter(upper)) {
        for (const char* letter = row->written; *letter != '\0'; ++letter) {
            folding.add(static_cast<char16_t>(*letter));
        }
        return folding.size > 0 ? folding : parting(Boundary::Joint);
    }
    const auto category = QChar::category(upper);
    const bool letter = !(category == QChar::Letter_Modifier && isApostrophe(c)) &&
                        (QChar::isLetterOrNumber(upper) || category == QChar::Mark_NonSpacing ||
                         category == QChar::Mark_SpacingCombining);
    if (!letter) {
        return partingBy(c);
    }
    for (const char16_t unit : QChar::fromUcs4(upper)) {
        folding.add(unit);
    }
    return folding;
}

bool isSpacingAccent(char32_t c)
{
    return c == 0x00A8 || c == 0x00AF || c == 0x00B4 || c == 0x00B8 || (c >= 0x02D8 && c <= 0x02DD) ||
           (c >= 0x1FBD && c <= 0x1FC1) || (c >= 0x1FCD && c <= 0x1FCF) || (c >= 0x1FDD && c <= 0x1FDF) ||
           (c >= 0x1FED && c <= 0x1FEF) || c == 0x1FFD || c == 0x1FFE;
}

const LetterFolding& foldedLatin(char16_t tabulated)
{
    static const auto table = [] {
        std::array<Folding, tableEnd> entries{};
        for (char16_t letter = 0; letter < tableEnd; ++letter) {
            if (isTabulated(letter)) {
                entries[letter] = foldedAlone(letter);
            }
        }
        return entries;
    }();
    return table[tabulated];
}

QuickFoldings::QuickFoldings()
{
    for (std::size_t c = 0; c < m_entries.size(); ++c) {
        m_entries[c] = quick(foldedLatin(static_cast<char16_t>(c)));
    }
}

} // namespace proconnect::certification
