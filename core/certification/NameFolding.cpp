// SPDX-License-Identifier: MIT
#include "core/certification/NameFolding.h"

#include "core/certification/FoldedText.h"

#include <QRegularExpression>

namespace proconnect::certification {
namespace {

QString textOf(FoldedText::View view)
{
    return QStringView(view.data(), static_cast<qsizetype>(view.size())).toString();
}

} // namespace

QStringList foldedWords(const QString& name)
{
    const FoldedText folded{name};
    QStringList words;
    for (qsizetype i = 0; i < folded.wordCount(); ++i) {
        words.append(textOf(folded.word(i)));
    }
    return words;
}

QString foldedLetters(const QString& name)
{
    return textOf(FoldedText(name).letters());
}

bool haveGap(const QStringList& givenNames)
{
    static const QRegularExpression listed(QStringLiteral("[,;/|]"));
    bool gap = false;
    for (const QString& text : givenNames) {
        bool within = gap;
        for (const QString& name : text.split(listed)) {
            const bool blank = foldedLetters(name).isEmpty();
            if (!blank && within) {
                return true;
            }
            within = within || blank;
        }
        // What ends a text is no gap between its names and those of the next: "CLAIRE,", "HELENE".
        gap = gap || foldedLetters(text).isEmpty();
    }
    return false;
}

} // namespace proconnect::certification
