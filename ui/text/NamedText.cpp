// SPDX-License-Identifier: MIT
#include "ui/text/NamedText.h"

#include "ui/text/Wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace proconnect::ui {
namespace {

/// Given names whose h is silent. In front of any other h nothing is elided: "de Harold", "de Hassan".
constexpr std::array silentH{
    "hector",   "hedwige", "helene",  "helena",  "heliane",  "helie",     "heloise",  "henri",    "henriette",
    "herbert",  "herve",   "hermine", "hilaire", "hilda",    "hippolyte", "honore",   "honorine", "horace",
    "hortense", "hubert",  "hugo",    "hugues",  "huguette", "humbert",   "hyacinthe"};

bool isVowel(QChar letter)
{
    return QStringLiteral("aeiouyœæ").contains(letter);
}

bool elides(const QString& name)
{
    const QString folded = foldedForSearch(name);
    if (folded.isEmpty()) {
        return false;
    }
    const QChar first = folded.front();
    if (first == u'y') {
        // "d’Yves", but "de Yanis".
        return folded.size() > 1 && folded.at(1).isLetter() && !isVowel(folded.at(1));
    }
    if (first == u'h') {
        static const QRegularExpression notLetter(QStringLiteral("[^a-z]"));
        const QString word = folded.section(notLetter, 0, 0);
        return std::any_of(silentH.begin(), silentH.end(),
                           [&word](const char* known) { return word == QLatin1String(known); });
    }
    return isVowel(first);
}

} // namespace

QString withNames(const QString& text, const QStringList& names)
{
    static const QRegularExpression place(QStringLiteral("(\\b[Dd])e[ \\x{00A0}]%([1-9])|%([1-9])"));
    QString filled;
    qsizetype from = 0;
    auto matches = place.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const bool after = match.capturedLength(1) > 0;
        const QString name = names.value(match.captured(after ? 2 : 3).toInt() - 1, match.captured());
        filled += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        if (after && elides(name)) {
            filled += match.captured(1) + QChar(0x2019) + name;
        } else if (after) {
            filled += match.captured(0).chopped(2) + name;
        } else {
            filled += name;
        }
    }
    filled += QStringView(text).sliced(from);
    return filled;
}

} // namespace proconnect::ui
