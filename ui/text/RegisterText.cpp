// SPDX-License-Identifier: MIT
#include "ui/text/RegisterText.h"

#include "ui/text/Wording.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace proconnect::ui {
namespace {

struct Office
{
    const char* words; ///< folded, without punctuation, as registers write them
    const char* key;
};

constexpr std::array offices{
    Office{"president", QT_TRID_NOOP("office.president")},
    Office{"president de la societe", QT_TRID_NOOP("office.president")},
    Office{"presidente", QT_TRID_NOOP("office.president.f")},
    Office{"president de sas", QT_TRID_NOOP("office.sas")},
    Office{"president de la sas", QT_TRID_NOOP("office.sas")},
    Office{"president sas", QT_TRID_NOOP("office.sas")},
    Office{"president de sasu", QT_TRID_NOOP("office.sas")},
    Office{"presidente de sas", QT_TRID_NOOP("office.sas.f")},
    Office{"president du directoire", QT_TRID_NOOP("office.directoire")},
    Office{"presidente du directoire", QT_TRID_NOOP("office.directoire.f")},
    Office{"president du conseil d administration", QT_TRID_NOOP("office.board")},
    Office{"presidente du conseil d administration", QT_TRID_NOOP("office.board.f")},
    Office{"president directeur general", QT_TRID_NOOP("office.pdg")},
    Office{"president et directeur general", QT_TRID_NOOP("office.pdg")},
    Office{"president du conseil d administration et directeur general", QT_TRID_NOOP("office.pdg")},
    Office{"p d g", QT_TRID_NOOP("office.pdg")},
    Office{"pdg", QT_TRID_NOOP("office.pdg")},
    Office{"presidente directrice generale", QT_TRID_NOOP("office.pdg.f")},
    Office{"directeur general", QT_TRID_NOOP("office.dg")},
    Office{"directeur general unique", QT_TRID_NOOP("office.dg")},
    Office{"directeur general unique de sa a directoire", QT_TRID_NOOP("office.dg")},
    Office{"directrice generale", QT_TRID_NOOP("office.dg.f")},
    Office{"directeur general delegue", QT_TRID_NOOP("office.dgd")},
    Office{"directrice generale deleguee", QT_TRID_NOOP("office.dgd.f")},
    Office{"gerant", QT_TRID_NOOP("office.manager")},
    Office{"gerante", QT_TRID_NOOP("office.manager.f")},
    Office{"gerant associe", QT_TRID_NOOP("office.partner")},
    Office{"gerant et associe", QT_TRID_NOOP("office.partner")},
    Office{"associe gerant", QT_TRID_NOOP("office.partner")},
    Office{"gerante associee", QT_TRID_NOOP("office.partner.f")},
    Office{"associee gerante", QT_TRID_NOOP("office.partner.f")},
    Office{"gerant et associe indefiniment responsable", QT_TRID_NOOP("office.liable")},
    Office{"gerant et associe indefiniment et solidairement responsable",
           QT_TRID_NOOP("office.liable.jointly")},
    Office{"cogerant", QT_TRID_NOOP("office.joint")},
    Office{"co gerant", QT_TRID_NOOP("office.joint")},
    Office{"cogerante", QT_TRID_NOOP("office.joint.f")},
    Office{"co gerante", QT_TRID_NOOP("office.joint.f")},
    Office{"entrepreneur individuel", QT_TRID_NOOP("office.sole")},
    Office{"dirigeant", QT_TRID_NOOP("office.director")},
    Office{"liquidateur", QT_TRID_NOOP("office.liquidator")},
};

QString foldedWords(const QString& words)
{
    static const QRegularExpression notLetters(QStringLiteral("[^a-z]+"));
    return foldedForSearch(words).replace(notLetters, QStringLiteral(" ")).trimmed();
}

bool allCapitals(const QString& words)
{
    return std::none_of(words.begin(), words.end(), [](QChar letter) { return letter.isLower(); }) &&
           std::any_of(words.begin(), words.end(), [](QChar letter) { return letter.isUpper(); });
}

/// Words of ways, in full; registers shorten them (appendix of the address format of SIRENE).
QString wayOf(const QString& word)
{
    static const QHash<QString, QString> ways{
        {QStringLiteral("ALL"), QString::fromUtf8("allée")},
        {QStringLiteral("AV"), QStringLiteral("avenue")},
        {QStringLiteral("BD"), QStringLiteral("boulevard")},
        {QStringLiteral("CHE"), QStringLiteral("chemin")},
        {QStringLiteral("CRS"), QStringLiteral("cours")},
        {QStringLiteral("IMP"), QStringLiteral("impasse")},
        {QStringLiteral("PL"), QStringLiteral("place")},
        {QStringLiteral("RTE"), QStringLiteral("route")},
        {QStringLiteral("SQ"), QStringLiteral("square")},
    };
    return ways.value(word);
}

bool small(const QString& word)
{
    static const QSet<QString> words{QStringLiteral("arrondissement"),
                                     QStringLiteral("allee"),
                                     QStringLiteral("au"),
                                     QStringLiteral("aux"),
                                     QStringLiteral("avenue"),
                                     QStringLiteral("bis"),
                                     QStringLiteral("boulevard"),
                                     QStringLiteral("chemin"),
                                     QStringLiteral("cours"),
                                     QStringLiteral("de"),
                                     QStringLiteral("des"),
                                     QStringLiteral("du"),
                                     QStringLiteral("en"),
                                     QStringLiteral("et"),
                                     QStringLiteral("impasse"),
                                     QStringLiteral("la"),
                                     QStringLiteral("le"),
                                     QStringLiteral("les"),
                                     QStringLiteral("place"),
                                     QStringLiteral("quai"),
                                     QStringLiteral("route"),
                                     QStringLiteral("rue"),
                                     QStringLiteral("sous"),
                                     QStringLiteral("square"),
                                     QStringLiteral("sur"),
                                     QStringLiteral("ter")};
    return words.contains(foldedForSearch(word));
}

bool keptInCapitals(const QString& word)
{
    static const QSet<QString> words{QStringLiteral("BP"), QStringLiteral("CEDEX"), QStringLiteral("CS"),
                                     QStringLiteral("ZA"), QStringLiteral("ZAC"),   QStringLiteral("ZI"),
                                     QStringLiteral("II"), QStringLiteral("III"),   QStringLiteral("IV"),
                                     QStringLiteral("VI"), QStringLiteral("VII"),   QStringLiteral("XIV")};
    return words.contains(word);
}

/// One word between spaces, hyphens or apostrophes.
QString wordOf(const QString& word, bool first)
{
    if (keptInCapitals(word)) {
        return word;
    }
    const QString lower = word.toLower();
    const bool elided = lower == u"d" || lower == u"l";
    return (small(word) || elided) && !first ? lower : lower.left(1).toUpper() + lower.mid(1);
}

} // namespace

QString officeText(const QString& function)
{
    const QString folded = foldedWords(function);
    const auto* office = std::find_if(offices.begin(), offices.end(), [&folded](const Office& one) {
        return folded == QLatin1String(one.words);
    });
    if (office != offices.end()) {
        return qtTrId(office->key);
    }
    return allCapitals(function) ? function.left(1) + function.mid(1).toLower() : function;
}

QString addressText(const QString& address)
{
    if (!allCapitals(address)) {
        return address;
    }
    static const QRegularExpression part(QStringLiteral("[\\p{L}]+|[^\\p{L}]+"));
    static const QRegularExpression postalCode(QStringLiteral(" (?=[0-9]{5} )"));
    QString readable;
    auto parts = part.globalMatch(address);
    while (parts.hasNext()) {
        const QString word = parts.next().captured();
        if (!word.front().isLetter()) {
            readable += word;
            continue;
        }
        const bool ordinal = !readable.isEmpty() && readable.back().isDigit(); // "1ER"
        const QString way = wayOf(word);
        readable += ordinal ? word.toLower() : way.isEmpty() ? wordOf(word, readable.isEmpty()) : way;
    }
    // The town begins anew: "75002 Le Havre" keeps its capital.
    static const QRegularExpression town(QStringLiteral("([0-9]{5} )(\\p{Ll})"));
    const QRegularExpressionMatch begin = town.match(readable);
    if (begin.hasMatch()) {
        const qsizetype at = begin.capturedStart(2);
        readable[at] = readable[at].toUpper();
    }
    return readable.replace(postalCode, QStringLiteral(", "))
        .replace(QStringLiteral(",,"), QStringLiteral(","));
}

QString townText(const QString& names)
{
    QStringList readable;
    for (const QString& name : names.split(u'|', Qt::SkipEmptyParts)) {
        readable += addressText(name);
    }
    return readable.join(QStringLiteral(" / "));
}

QString activityText(const QString& activity)
{
    static const QRegularExpression bareCode(QStringLiteral("\\A[0-9]{2}\\.?[0-9]{1,2}[A-Z]?\\z"));
    return bareCode.match(activity.trimmed()).hasMatch() ? QString() : activity;
}

} // namespace proconnect::ui
