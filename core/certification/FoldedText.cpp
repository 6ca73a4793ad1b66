// SPDX-License-Identifier: MIT
#include "core/certification/FoldedText.h"

#include "core/certification/LatinLetters.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using Boundary = FoldedText::Boundary;

static_assert(std::is_sorted(latinLetters.begin(), latinLetters.end(),
                             [](const auto& a, const auto& b) { return a.letter < b.letter; }));

/// What one character becomes.
struct Folding
{
    enum class Kind : std::uint8_t { Dropped, Letters, Parting };

    Kind kind = Kind::Dropped;
    Boundary boundary = Boundary::Joint;
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

/// Diacritics of Latin, Greek and Cyrillic. The marks of other scripts are vowels or letters and are kept.
bool isDiacritic(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
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

/// The letters of a Latin letter that Unicode does not decompose; nothing for any other character.
const LatinLetter* latinLetter(char32_t upper)
{
    const auto* row =
        std::lower_bound(latinLetters.begin(), latinLetters.end(), upper,
                         [](const auto& entry, char32_t letter) { return entry.letter < letter; });
    return row != latinLetters.end() && row->letter == upper ? row : nullptr;
}

/// One character that is already decomposed.
Folding foldedPiece(char32_t c)
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
    // Modifier letters (ʼ ʻ ʿ) stand for apostrophes in transliterated names.
    const bool letter = category != QChar::Letter_Modifier &&
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

/// Spacing accents ("´", "¨") would decompose into a space: they are typed for apostrophes.
bool isSpacingAccent(char32_t c)
{
    return c == 0x00A8 || c == 0x00AF || c == 0x00B4 || c == 0x00B8 || (c >= 0x02D8 && c <= 0x02DD) ||
           (c >= 0x1FBD && c <= 0x1FC1) || (c >= 0x1FCD && c <= 0x1FCF) || (c >= 0x1FDD && c <= 0x1FDF) ||
           (c >= 0x1FED && c <= 0x1FEF) || c == 0x1FFD || c == 0x1FFE;
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

constexpr char16_t latinEnd = 0x0250;
constexpr char16_t furtherLatin = 0x1E00;
constexpr char16_t tableEnd = 0x2060;
constexpr char16_t asciiEnd = 0x80;

constexpr bool isTabulated(char16_t c)
{
    return c < latinEnd || (c >= 0x0300 && c < 0x0370) || (c >= furtherLatin && c < tableEnd);
}

/// The Latin letters and the punctuation that names are made of, folded once for all.
const std::array<Folding, tableEnd>& foldingTable()
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
    return table;
}

/// The letter or digit that an ASCII character becomes; else what it parts, as a number; else `dropped`.
constexpr std::uint8_t dropped = 0xFF;
constexpr auto asciiTable = [] {
    std::array<std::uint8_t, asciiEnd> entries{};
    for (std::size_t c = 0; c < entries.size(); ++c) {
        const auto code = static_cast<std::uint8_t>(c);
        const bool lower = code >= 'a' && code <= 'z';
        const bool kept = (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
        const bool space = code == ' ' || (code >= '\t' && code <= '\r');
        const bool list = code == ',' || code == ';' || code == '/' || code == '|';
        const auto boundary = space ? Boundary::Space : list ? Boundary::Name : Boundary::Joint;
        const bool control = (code < ' ' && !space) || code == 0x7F;
        entries.at(c) = lower     ? static_cast<std::uint8_t>(code - ('a' - 'A'))
                        : kept    ? code
                        : control ? dropped
                                  : static_cast<std::uint8_t>(boundary);
    }
    return entries;
}();

} // namespace

void FoldedText::append(QStringView field, Boundary end)
{
    char16_t all = 0;
    for (const QChar c : field) {
        all |= c.unicode();
    }
    all < asciiEnd ? appendAscii(field) : appendAnyScript(field);
    part(end);
}

void FoldedText::appendAscii(QStringView field)
{
    // One character never makes more than one: a stretch is folded beside, then taken whole.
    std::array<char16_t, 64>
        stretch; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    std::size_t size = 0;
    const auto flush = [&] {
        m_letters.append(stretch.data(), static_cast<qsizetype>(size));
        size = 0;
    };
    for (const QChar c : field) {
        const std::uint8_t folded = asciiTable[c.unicode()];
        if (folded >= '0' && folded != dropped) {
            stretch[size++] = folded;
            if (size == stretch.size()) {
                flush();
            }
        } else if (folded != dropped) {
            flush();
            part(static_cast<Boundary>(folded));
        }
    }
    flush();
}

void FoldedText::appendAnyScript(QStringView field)
{
    const auto& table = foldingTable();
    const auto take = [this](const Folding& folding) {
        for (std::uint8_t i = 0; i < folding.size; ++i) {
            m_letters.append(folding.letters[i]);
        }
        if (folding.kind == Folding::Kind::Parting) {
            part(folding.boundary);
        }
    };
    const bool latin =
        std::all_of(field.begin(), field.end(), [](QChar c) { return isTabulated(c.unicode()); });
    if (latin) {
        for (const QChar c : field) {
            take(table[c.unicode()]);
        }
        return;
    }
    QString text = field.toString();
    for (QChar& c : text) {
        c = isSpacingAccent(c.unicode()) ? QChar(u'\'') : c;
    }
    const auto pieces = text.normalized(QString::NormalizationForm_KD).toUcs4();
    for (const auto piece : pieces) {
        take(foldedPiece(piece));
    }
}

void FoldedText::part(Boundary boundary)
{
    const auto end = static_cast<std::uint32_t>(m_letters.size());
    if (end > m_wordBegin) {
        m_words.append({end, boundary});
        m_wordBegin = end;
        return;
    }
    if (m_words.isEmpty()) {
        return;
    }
    // "Jean - Pierre" is joined, "Jean , Pierre" is parted: a space says least.
    Boundary& after = m_words.last().after;
    if (after == Boundary::Space || boundary == Boundary::Name) {
        after = boundary;
    }
}

FoldedText::View FoldedText::word(qsizetype index) const
{
    const std::size_t begin = index == 0 ? 0 : m_words[index - 1].end;
    return letters().substr(begin, m_words[index].end - begin);
}

qsizetype FoldedText::wordEndingAt(std::size_t end) const
{
    for (qsizetype i = 0; i < m_words.size() && m_words[i].end <= end; ++i) {
        if (m_words[i].end == end) {
            return i;
        }
    }
    return -1;
}

} // namespace proconnect::certification
