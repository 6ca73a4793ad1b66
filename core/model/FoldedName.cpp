// SPDX-License-Identifier: MIT
#include "core/model/FoldedName.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace proconnect {
namespace {

/// A letter that Unicode does not decompose, and how a keyboard without it writes it.
struct Letter
{
    char16_t letter;
    const char* written;
};
constexpr std::array letters{Letter{u'ß', "ss"}, Letter{u'æ', "ae"}, Letter{u'ð', "d"},
                             Letter{u'ø', "o"},  Letter{u'þ', "th"}, Letter{u'đ', "d"},
                             Letter{u'ı', "i"},  Letter{u'ł', "l"},  Letter{u'œ', "oe"}};

/// `c` itself when it is none of them.
QString written(QChar c)
{
    const auto* const found = std::find_if(letters.begin(), letters.end(),
                                           [c](const Letter& one) { return one.letter == c.unicode(); });
    return found == letters.end() ? QString(c) : QString::fromLatin1(found->written);
}

} // namespace

QString foldedName(const QString& name)
{
    QString folded;
    const QString decomposed = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : decomposed) {
        if (c.isLetter()) {
            folded += written(c);
        } else if (!c.isMark()) {
            folded += u' ';
        }
    }
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words.join(u' ');
}

} // namespace proconnect
