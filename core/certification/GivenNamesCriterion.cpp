// SPDX-License-Identifier: MIT
#include "core/certification/NameCriteria.h"
#include "core/certification/NameFolding.h"

#include <QSet>

#include <algorithm>

namespace proconnect::certification {
namespace {

constexpr qsizetype shortestNear = 5;

/// Given names written one after the other, and where each may end. A space inside one field may part two
/// names or belong to one ("Jean Pierre"): such an end is only possible, not certain.
struct NameRun
{
    QString letters;
    QSet<qsizetype> certainEnds;
    QSet<qsizetype> possibleEnds;
};

NameRun runOf(const QStringList& names, bool separatorsKnown)
{
    NameRun run;
    for (const QString& field : names) {
        const QStringList parts = field.split(u',');
        for (const QString& part : parts) {
            const QStringList pieces = part.simplified().split(u' ', Qt::SkipEmptyParts);
            for (const QString& piece : pieces) {
                run.letters += foldedLetters(piece);
                run.possibleEnds.insert(run.letters.size());
            }
            if (separatorsKnown) {
                run.certainEnds.insert(run.letters.size());
            }
        }
    }
    run.certainEnds.insert(run.letters.size());
    run.certainEnds.remove(0);
    run.possibleEnds.remove(0);
    return run;
}

/// Names that end at the same place on both sides, at least one side being certain of it.
int agreeingNames(const NameRun& a, const NameRun& b)
{
    const qsizetype shared = std::min(a.letters.size(), b.letters.size());
    int count = 0;
    for (qsizetype end = 1; end <= shared; ++end) {
        const bool certain = a.certainEnds.contains(end) || b.certainEnds.contains(end);
        const bool both = (a.certainEnds.contains(end) || a.possibleEnds.contains(end)) &&
                          (b.certainEnds.contains(end) || b.possibleEnds.contains(end));
        count += certain && both ? 1 : 0;
    }
    return count;
}

QStringList wordsOf(const QStringList& names)
{
    QStringList words;
    for (const QString& name : names) {
        words += significantWords(name);
    }
    return words;
}

bool shareWord(const QStringList& a, const QStringList& b)
{
    return std::any_of(a.begin(), a.end(), [&b](const QString& word) { return b.contains(word); });
}

bool near(const QString& a, const QString& b)
{
    const QString& shorter = a.size() < b.size() ? a : b;
    const QString& longer = a.size() < b.size() ? b : a;
    if (shorter.size() >= shortestNear) {
        return oneLetterApart(shorter, longer) || longer.startsWith(shorter);
    }
    return shorter.size() == 1 && longer.startsWith(shorter);
}

bool swapped(const FranceConnectIdentity& person, const OfficerRecord& record)
{
    return compareFamilyNames(person, record) == Finding{Weight::Doubt, "family.swapped"};
}

} // namespace

GivenNamesFinding compareGivenNames(const FranceConnectIdentity& person, const OfficerRecord& record)
{
    const NameRun mine = runOf(person.givenNames, person.givenNamesExact);
    const NameRun theirs = runOf(record.givenNames, true);
    if (mine.letters.isEmpty() || theirs.letters.isEmpty()) {
        return {{Weight::Missing, "given.missing"}, 0, false};
    }
    const int agreeing = agreeingNames(mine, theirs);
    if (mine.letters == theirs.letters) {
        return {{Weight::Agrees, "given.equal"}, agreeing, false};
    }
    // FranceConnect gives every civil name, so that a register's shorter list is the usual case. Where only
    // the joined text is known, its spaces are taken as ends of names.
    const auto& myEnds = person.givenNamesExact ? mine.certainEnds : mine.possibleEnds;
    if (mine.letters.startsWith(theirs.letters) && myEnds.contains(theirs.letters.size())) {
        return {{Weight::Agrees, "given.prefix"}, agreeing, false};
    }
    if (theirs.letters.startsWith(mine.letters) && theirs.certainEnds.contains(mine.letters.size())) {
        return {{Weight::Agrees, "given.prefix"}, agreeing, false};
    }
    if (shareWord(wordsOf(person.givenNames),
                  wordsOf(record.givenNames) + significantWords(record.usualGivenName))) {
        return {{Weight::Doubt, "given.overlap"}, 0, false};
    }
    if (swapped(person, record)) {
        return {{Weight::Doubt, "given.swapped"}, 0, false};
    }
    const QString myFirst = foldedLetters(person.givenNames.constFirst());
    const QString theirFirst = foldedLetters(record.givenNames.constFirst());
    if (near(myFirst, theirFirst)) {
        return {{Weight::Doubt, "given.near"}, 0, true};
    }
    return {{Weight::Excludes, "given.different"}, 0, false};
}

} // namespace proconnect::certification
