// SPDX-License-Identifier: MIT
#include "ui/text/Wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace proconnect::ui {
namespace {

/// The same as for any text, many times as fast: nothing to take apart.
QString foldedAscii(QString text)
{
    for (QChar& letter : text) {
        if (letter >= u'A' && letter <= u'Z') {
            letter = QChar(letter.unicode() + (u'a' - u'A'));
        } else if (letter.isSpace()) {
            letter = u' ';
        }
    }
    return text;
}

} // namespace

QString enumeration(const QStringList& items)
{
    if (items.size() < 2) {
        return items.join(QString());
    }
    return qtTrId("list.and").arg(items.first(items.size() - 1).join(QStringLiteral(", ")), items.last());
}

QString numberWord(int number)
{
    // Spelled out one by one: message identifiers must stand in the source to be found by the checks.
    switch (number) {
    case 1:
        return qtTrId("number.1");
    case 2:
        return qtTrId("number.2");
    case 3:
        return qtTrId("number.3");
    case 4:
        return qtTrId("number.4");
    case 5:
        return qtTrId("number.5");
    case 6:
        return qtTrId("number.6");
    case 7:
        return qtTrId("number.7");
    case 8:
        return qtTrId("number.8");
    case 9:
        return qtTrId("number.9");
    case 10:
        return qtTrId("number.10");
    default:
        return QString::number(number);
    }
}

QString quoted(const QString& text)
{
    return qtTrId("quote").arg(text);
}

QString withSingleStops(QString sentences)
{
    return sentences.replace(QStringLiteral(".."), QStringLiteral("."));
}

QString shortened(const QString& name)
{
    constexpr qsizetype longest = 60;
    return name.size() > longest ? name.left(longest).trimmed() + QChar(0x2026) : name;
}

QString foldedForSearch(const QString& text)
{
    const bool ascii =
        std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 0x80; });
    if (ascii) {
        return foldedAscii(text);
    }
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar letter : decomposed) {
        if (!letter.isMark()) {
            folded += letter.isSpace() ? QChar(u' ') : letter;
        }
    }
    return folded;
}

} // namespace proconnect::ui
