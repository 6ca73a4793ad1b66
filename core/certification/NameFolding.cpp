// SPDX-License-Identifier: MIT
#include "core/certification/NameFolding.h"

#include "core/certification/FoldedText.h"

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

} // namespace proconnect::certification
