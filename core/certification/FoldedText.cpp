// SPDX-License-Identifier: MIT
#include "core/certification/FoldedText.h"

#include "core/certification/PlainLetters.h"

#include <QList>
#include <QString>

#include <algorithm>

namespace proconnect::certification {

void FoldedText::append(QStringView field, Boundary end)
{
    const auto more = static_cast<std::size_t>(field.size());
    const std::size_t size = m_letters.size();
    if (m_letters.hasRoom(more) && m_words.hasRoom(1) &&
        writePlainLetters(field.utf16(), more, m_letters.data() + size)) {
        // One word of at least one letter: nothing to look at before it is counted.
        m_wordBegin = static_cast<std::uint32_t>(size + more);
        m_letters.setSize(m_wordBegin);
        m_words.appendInRoom({m_wordBegin, end});
    } else {
        appendLatin(field, end);
    }
}

void FoldedText::appendLatin(QStringView field, Boundary end)
{
    m_isPlain = false;
    char16_t* const letters =
        m_letters.room(static_cast<std::size_t>(field.size())); // one for each character
    static const QuickFoldings quick;
    std::size_t size = m_letters.size();
    const char16_t* at = field.utf16();
    const char16_t* const last = at + field.size();
    for (; at != last; ++at) {
        const std::uint8_t folded = quick[*at];
        if (QuickFoldings::isLetter(folded)) {
            letters[size++] = folded;
        } else if (QuickFoldings::isBoundary(folded)) {
            part(static_cast<Boundary>(folded), size);
        } else if (folded == QuickFoldings::other) {
            break;
        } else {
            m_hasMarks = true;
        }
    }
    m_letters.setSize(size);
    if (at != last) {
        appendAnyScript({at, last});
    }
    part(end, m_letters.size());
}

void FoldedText::appendAnyScript(QStringView field)
{
    m_hasMarks = true;
    const auto take = [this](const LetterFolding& folding) {
        for (std::uint8_t i = 0; i < folding.size; ++i) {
            m_letters.append(folding.letters[i]);
        }
        if (folding.kind == LetterFolding::Kind::Parting) {
            part(folding.boundary, m_letters.size());
        }
    };
    const bool latin =
        std::all_of(field.begin(), field.end(), [](QChar c) { return isTabulated(c.unicode()); });
    if (latin) {
        for (const QChar c : field) {
            take(foldedLatin(c.unicode()));
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

void FoldedText::partAgain(Boundary boundary)
{
    if (m_words.isEmpty()) {
        return;
    }
    // "Jean - Pierre" is joined, "Jean , Pierre" is parted: a space says least.
    Boundary& after = m_words.last().after;
    if (after == Boundary::Space || boundary == Boundary::Name) {
        after = boundary;
    }
}

qsizetype FoldedText::wordEndingAt(std::size_t end) const
{
    constexpr qsizetype few = 16;
    if (wordCount() <= few) {
        for (qsizetype i = 0; i < wordCount() && wordEnd(i) <= end; ++i) {
            if (wordEnd(i) == end) {
                return i;
            }
        }
        return -1;
    }
    const Word* const found = std::lower_bound(
        m_words.begin(), m_words.end(), end, [](const Word& word, std::size_t at) { return word.end < at; });
    return found != m_words.end() && found->end == end ? found - m_words.begin() : -1;
}

} // namespace proconnect::certification
