// SPDX-License-Identifier: MIT
#include "core/certification/NameCriteria.h"
#include "core/certification/NameFolding.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

// Below these lengths two different families are too often that close (LEROY and LEROYER, LI and LY).
constexpr qsizetype shortestCut = 8;
constexpr qsizetype shortestMisspelt = 4;

bool sameName(const QString& a, const QString& b)
{
    const QString letters = foldedLetters(a);
    return !letters.isEmpty() && letters == foldedLetters(b);
}

bool anySameName(const QStringList& names, const QString& name)
{
    return std::any_of(names.begin(), names.end(),
                       [&name](const QString& other) { return sameName(other, name); });
}

bool swapped(const FranceConnectIdentity& person, const OfficerRecord& record)
{
    const bool familyIsGiven = anySameName(person.givenNames, record.familyName) ||
                               sameName(person.givenNames.join(u' '), record.familyName);
    return familyIsGiven && (anySameName(record.givenNames, person.familyName) ||
                             sameName(record.givenNames.join(u' '), person.familyName));
}

bool within(const QStringList& part, const QStringList& whole)
{
    return !part.isEmpty() && std::all_of(part.begin(), part.end(),
                                          [&whole](const QString& word) { return whole.contains(word); });
}

bool cut(const QString& a, const QString& b)
{
    const QString& shorter = a.size() < b.size() ? a : b;
    const QString& longer = a.size() < b.size() ? b : a;
    return shorter.size() >= shortestCut && longer.startsWith(shorter);
}

} // namespace

Finding compareFamilyNames(const FranceConnectIdentity& person, const OfficerRecord& record)
{
    const QString mine = foldedLetters(person.familyName);
    const QString theirs = foldedLetters(record.familyName);
    if (mine.isEmpty() || theirs.isEmpty()) {
        return {Weight::Missing, "family.missing"};
    }
    if (mine == theirs) {
        return {Weight::Agrees, "family.equal"};
    }
    if (sameName(person.preferredUsername, record.familyName) ||
        sameName(person.familyName, record.usageName) ||
        sameName(person.preferredUsername, record.usageName)) {
        return {Weight::Doubt, "family.usage"};
    }
    if (swapped(person, record)) {
        return {Weight::Doubt, "family.swapped"};
    }
    const QStringList myWords = significantWords(person.familyName);
    const QStringList theirWords = significantWords(record.familyName);
    if (!myWords.isEmpty() && myWords == theirWords) {
        return {Weight::Doubt, "family.particle"};
    }
    if (within(myWords, theirWords) || within(theirWords, myWords)) {
        return {Weight::Doubt, "family.half"};
    }
    if (cut(mine, theirs)) {
        return {Weight::Doubt, "family.cut"};
    }
    if (std::min(mine.size(), theirs.size()) >= shortestMisspelt && oneLetterApart(mine, theirs)) {
        return {Weight::Doubt, "family.letter"};
    }
    return {Weight::Excludes, "family.different"};
}

} // namespace proconnect::certification
