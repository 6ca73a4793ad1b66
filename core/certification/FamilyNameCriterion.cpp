// SPDX-License-Identifier: MIT
#include "core/certification/DoubleEncoding.h"
#include "core/certification/Masks.h"
#include "core/certification/NameCriteria.h"
#include "core/certification/NameWords.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

using View = FoldedText::View;

// Below these lengths two different families are too often that close (LEROY and LEROYER, LI and LY).
constexpr std::size_t shortestCut = 8;
constexpr std::size_t shortestMisspelt = 4;
// Halves that are joined to another. A name with four letters more at its end may be derived (MARTINELLI).
constexpr std::size_t shortestHalf = 4;
constexpr std::size_t shortestLastHalf = 5;

/// A mask or a placeholder is nobody's use name.
bool same(const FoldedText& a, const FoldedText& b)
{
    return !a.isEmpty() && sameLetters(a.letters(), b.letters()) && !isPlaceholder(a.letters()) &&
           !isBareMask(a.letters());
}

bool useNameExplains(const NamePair& names)
{
    if (names.mine.claims.preferredUsername.isEmpty() && names.theirs.record.usageName.isEmpty()) {
        return false;
    }
    const FoldedText mine(names.mine.claims.preferredUsername);
    const FoldedText theirs(names.theirs.record.usageName);
    return same(mine, names.theirs.family) || same(names.mine.family, theirs) || same(mine, theirs);
}

qsizetype nextSignificant(const FoldedText& name, qsizetype from)
{
    while (from < name.wordCount() && !isSignificant(name.word(from))) {
        ++from;
    }
    return from;
}

bool sameButForParticles(const FoldedText& a, const FoldedText& b)
{
    qsizetype i = nextSignificant(a, 0);
    qsizetype j = nextSignificant(b, 0);
    const bool some = i < a.wordCount();
    while (i < a.wordCount() && j < b.wordCount() && sameLetters(a.word(i), b.word(j))) {
        i = nextSignificant(a, i + 1);
        j = nextSignificant(b, j + 1);
    }
    return some && i == a.wordCount() && j == b.wordCount();
}

bool holdsWord(const FoldedText& name, View word)
{
    for (qsizetype i = 0; i < name.wordCount(); ++i) {
        if (sameLetters(name.word(i), word)) {
            return true;
        }
    }
    return false;
}

/// Every word of `part` that identifies someone is a word of `whole`.
bool within(const FoldedText& part, const FoldedText& whole)
{
    qsizetype i = nextSignificant(part, 0);
    const bool some = i < part.wordCount();
    while (i < part.wordCount() && holdsWord(whole, part.word(i))) {
        i = nextSignificant(part, i + 1);
    }
    return some && i == part.wordCount();
}

using Letters = QVarLengthArray<char16_t, 64>;

/// Letters with ST and STE written in full.
Letters inFull(const FoldedText& name)
{
    Letters letters;
    for (qsizetype i = 0; i < name.wordCount(); ++i) {
        const View word = name.word(i);
        const View written = word == u"ST"sv ? u"SAINT"sv : word == u"STE"sv ? u"SAINTE"sv : word;
        letters.append(written.data(), static_cast<qsizetype>(written.size()));
    }
    return letters;
}

bool sameInFull(const FoldedText& a, const FoldedText& b)
{
    const bool abbreviated =
        holdsWord(a, u"ST"sv) || holdsWord(a, u"STE"sv) || holdsWord(b, u"ST"sv) || holdsWord(b, u"STE"sv);
    return abbreviated && inFull(a) == inFull(b);
}

/// STMARTIN for SAINTMARTIN.
bool abbreviatesSaint(View shorter, View longer)
{
    return shorter.starts_with(u"ST"sv) && longer.starts_with(u"SAINT"sv) && shorter.size() > 2 &&
           shorter.substr(2) == longer.substr(5);
}

/// Nothing but particles, one joined to the other: DELA.
bool areParticles(View letters)
{
    // Of the places just before here, the last one lowest: whether nothing but particles stands before it.
    unsigned places = 1;
    for (std::size_t end = 1; end <= letters.size() && places != 0; ++end) {
        unsigned here = 0;
        for (std::size_t size = 1; size <= std::min(end, longestParticle); ++size) {
            const bool begins = (places >> (size - 1) & 1U) != 0;
            here |= begins && isParticle(letters.substr(end - size, size)) ? 1U : 0U;
        }
        places = (places << 1U | here) & ((1U << longestParticle) - 1);
    }
    return (places & 1U) != 0;
}

enum class Joined { Nothing, Particles, Half };

/// What is joined, without a space, to the name that both have: ELAMRANI, ROUSSELMARCHAND.
Joined joinedTo(View a, View b)
{
    const View shorter = a.size() < b.size() ? a : b;
    const View longer = a.size() < b.size() ? b : a;
    const std::size_t left = longer.size() - shorter.size();
    if (left == 0 || !isSignificant(shorter)) {
        return Joined::Nothing;
    }
    const bool half = shorter.size() >= shortestHalf;
    if (longer.ends_with(shorter)) {
        if (areParticles(longer.substr(0, left))) {
            return Joined::Particles;
        }
        return half && left >= shortestHalf ? Joined::Half : Joined::Nothing;
    }
    return half && left >= shortestLastHalf && longer.starts_with(shorter) ? Joined::Half : Joined::Nothing;
}

bool hasLostAny(const FoldedText& folded, const QString& name)
{
    return folded.hasMarks() && (hasLostLetters(name) || endsInHyphen(name));
}

bool haveLostLetters(const NamePair& names)
{
    return hasLostAny(names.mine.family, names.mine.claims.familyName) ||
           hasLostAny(names.theirs.family, names.theirs.record.familyName);
}

bool cut(View a, View b)
{
    const View shorter = a.size() < b.size() ? a : b;
    const View longer = a.size() < b.size() ? b : a;
    return shorter.size() >= shortestCut && longer.substr(0, shorter.size()) == shorter;
}

/// As though every letter could be read.
Finding compareAsWritten(const NamePair& names)
{
    const FoldedText& mine = names.mine.family;
    const FoldedText& theirs = names.theirs.family;
    if (mine.isEmpty() || theirs.isEmpty() || isPlaceholder(mine) || isPlaceholder(theirs)) {
        return {Weight::Missing, "family.missing"};
    }
    if (sameLetters(mine.letters(), theirs.letters())) {
        return haveLostLetters(names) ? Finding{Weight::Doubt, "family.unreadable"}
                                      : Finding{Weight::Agrees, "family.equal"};
    }
    if (useNameExplains(names)) {
        return {Weight::Doubt, "family.usage"};
    }
    if (names.swapped()) {
        return {Weight::Doubt, "family.swapped"};
    }
    if (sameButForParticles(mine, theirs)) {
        return {Weight::Doubt, "family.particle"};
    }
    if (within(mine, theirs) || within(theirs, mine)) {
        return {Weight::Doubt, "family.half"};
    }
    if (sameInFull(mine, theirs) || abbreviatesSaint(mine.letters(), theirs.letters()) ||
        abbreviatesSaint(theirs.letters(), mine.letters())) {
        return {Weight::Doubt, "family.abbreviated"};
    }
    if (cut(mine.letters(), theirs.letters())) {
        return {Weight::Doubt, "family.cut"};
    }
    if (std::min(mine.letters().size(), theirs.letters().size()) >= shortestMisspelt &&
        oneLetterApart(mine.letters(), theirs.letters())) {
        return {Weight::Doubt, "family.letter"};
    }
    if (sameButForUmlauts(mine.letters(), theirs.letters())) {
        return {Weight::Doubt, "family.letter"};
    }
    switch (joinedTo(mine.letters(), theirs.letters())) {
    case Joined::Particles:
        return {Weight::Doubt, "family.particle"};
    case Joined::Half:
        return {Weight::Doubt, "family.half"};
    case Joined::Nothing:
        break;
    }
    if (haveLostLetters(names) && sameButForLostLetters(mine.letters(), theirs.letters())) {
        return {Weight::Doubt, "family.unreadable"};
    }
    return {Weight::Excludes, "family.different"};
}

/// Whether the names are no strangers to each other once letters that were encoded twice are decoded again.
bool agreeDecoded(const NamePair& names)
{
    const bool mine = !names.mine.family.isPlain() && isEncodedTwice(names.mine.claims.familyName);
    const bool theirs = !names.theirs.family.isPlain() && isEncodedTwice(names.theirs.record.familyName);
    if (!mine && !theirs) {
        return false;
    }
    FranceConnectIdentity person = names.mine.claims;
    OfficerRecord officer = names.theirs.record;
    person.familyName = decodedAgain(person.familyName);
    officer.familyName = decodedAgain(officer.familyName);
    const IdentitySide personSide(person);
    const OfficerSide officerSide(officer);
    return compareAsWritten({personSide, officerSide}).weight < Weight::Missing;
}

} // namespace

Finding compareFamilyNames(const NamePair& names)
{
    const Finding written = compareAsWritten(names);
    return written.weight == Weight::Excludes && agreeDecoded(names)
               ? Finding{Weight::Doubt, "family.unreadable"}
               : written;
}

} // namespace proconnect::certification
