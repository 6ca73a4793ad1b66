// SPDX-License-Identifier: MIT
#include "core/certification/DoubleEncoding.h"
#include "core/certification/NameCriteria.h"
#include "core/certification/NameWords.h"

#include <algorithm>
#include <vector>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

using Boundary = FoldedText::Boundary;
using View = FoldedText::View;

constexpr std::size_t shortestNear = 5;
// Shorter words (EL, LI, N, XUE) are rarely a whole name.
constexpr std::size_t shortestWholeName = 4;

/// What a list says of `end`: the end of a name, a possible one, or the middle of one.
Boundary endAt(const FoldedText& list, std::size_t end)
{
    if (end == list.letters().size()) {
        return Boundary::Name;
    }
    const qsizetype word = list.wordEndingAt(end);
    return word < 0 ? Boundary::Joint : list.boundaryAfter(word);
}

/// Names that words parted only by spaces make at least: "Jean Pierre Marie" may be two.
class FewestNames
{
public:
    void add(View word)
    {
        if (!isSignificant(word)) {
            return;
        }
        if (m_open) {
            m_open = false;
            return;
        }
        ++m_count;
        m_open = opensCompound(word) || word.size() < shortestWholeName;
    }
    void close() { m_open = false; }
    [[nodiscard]] int count() const { return m_count; }

private:
    int m_count = 0;
    bool m_open = false;
};

/// SANS is a family's name, and "without" where a given name belongs.
bool isNoGivenName(View letters)
{
    return maybePlaceholder(letters) && (isListedPlaceholder(letters) || letters == u"SANS"sv);
}

bool holdsSignificant(const FoldedText& list)
{
    for (qsizetype i = 0; i < list.wordCount(); ++i) {
        if (isSignificant(list.word(i))) {
            return true;
        }
    }
    return false;
}

/// `shorter` is the beginning of `longer` by whole names. FranceConnect gives every civil name, so that a
/// register's shorter list is the usual case. Where only the joined text is known (`spacesPart`), its spaces
/// are taken as ends of names.
bool isPrefix(const FoldedText& shorter, const FoldedText& longer, bool spacesPart)
{
    const std::size_t size = shorter.letters().size();
    if (size >= longer.letters().size() ||
        !sameLetters(longer.letters().substr(0, size), shorter.letters())) {
        return false;
    }
    const Boundary end = endAt(longer, size);
    return (end == Boundary::Name || (spacesPart && end == Boundary::Space)) && holdsSignificant(shorter);
}

/// ABDEL of Abdel Karim: the beginning of a name, and by itself nobody's.
bool opensName(const FoldedText& shorter, const FoldedText& longer)
{
    const std::size_t size = shorter.letters().size();
    return size >= shortestWholeName && size < longer.letters().size() && longer.wordEndingAt(size) >= 0 &&
           sameLetters(longer.letters().substr(0, size), shorter.letters());
}

/// Nothing but single letters: nobody's whole name.
bool onlyInitials(const FoldedText& list)
{
    for (qsizetype i = 0; i < list.wordCount(); ++i) {
        if (list.word(i).size() > 1) {
            return false;
        }
    }
    return true;
}

/// sharesWord() for lists of any length.
bool manyShareWord(const FoldedText& a, const FoldedText& b)
{
    std::vector<View> words;
    for (qsizetype i = 0; i < b.wordCount(); ++i) {
        words.push_back(b.word(i));
    }
    std::sort(words.begin(), words.end());
    for (qsizetype i = 0; i < a.wordCount(); ++i) {
        if (isSignificant(a.word(i)) && std::binary_search(words.begin(), words.end(), a.word(i))) {
            return true;
        }
    }
    return false;
}

bool sharesWord(const FoldedText& a, const FoldedText& b)
{
    constexpr qsizetype few = 32;
    if (a.wordCount() > few && b.wordCount() > few) {
        return manyShareWord(a, b);
    }
    for (qsizetype i = 0; i < a.wordCount(); ++i) {
        for (qsizetype j = 0; j < b.wordCount(); ++j) {
            if (sameLetters(a.word(i), b.word(j)) && isSignificant(a.word(i))) {
                return true;
            }
        }
    }
    return false;
}

View firstName(const FoldedText& list)
{
    for (qsizetype i = 0; i < list.wordCount(); ++i) {
        if (list.boundaryAfter(i) != Boundary::Joint) {
            return list.letters().substr(0, list.wordEnd(i));
        }
    }
    return list.letters();
}

/// "J.-P." or "J" for Jean-Pierre: one letter for each word, in order.
bool areInitials(const FoldedText& letters, const FoldedText& names)
{
    if (letters.wordCount() > names.wordCount()) {
        return false;
    }
    for (qsizetype i = 0; i < letters.wordCount(); ++i) {
        if (letters.word(i).size() != 1 || letters.word(i)[0] != names.word(i)[0]) {
            return false;
        }
    }
    return true;
}

bool near(View a, View b)
{
    const View shorter = a.size() < b.size() ? a : b;
    const View longer = a.size() < b.size() ? b : a;
    return shorter.size() >= shortestNear && isSignificant(shorter) &&
           (oneLetterApart(shorter, longer) || longer.substr(0, shorter.size()) == shorter);
}

/// JURG and JUERG, rather than one particle twice.
bool spelledOtherwise(View a, View b)
{
    return a.size() != b.size() && isSignificant(a) && isSignificant(b) && sameButForUmlauts(a, b);
}

/// `whole`: not parted at spaces, which may stand beside a hyphen.
bool anyLostLetters(const QStringList& names, bool whole)
{
    return std::any_of(names.begin(), names.end(), [whole](const QString& name) {
        return hasLostLetters(name) || (whole && endsInHyphen(name));
    });
}

bool haveLostLetters(const NamePair& names)
{
    const FranceConnectIdentity& claims = names.mine.claims;
    return (names.mine.given.hasMarks() && anyLostLetters(claims.givenNames, claims.givenNamesExact)) ||
           (names.theirs.given.hasMarks() && anyLostLetters(names.theirs.record.givenNames, true));
}

/// JEANPIERRE and PIERRE: the first half of a compound name is joined to the other.
bool joinsHead(View a, View b)
{
    const View shorter = a.size() < b.size() ? a : b;
    const View longer = a.size() < b.size() ? b : a;
    return shorter.size() >= shortestWholeName && longer.ends_with(shorter) &&
           opensCompound(longer.substr(0, longer.size() - shorter.size()));
}

} // namespace

namespace {

/// As though every letter could be read.
GivenNamesFinding compareAsWritten(const NamePair& names)
{
    const FoldedText& mine = names.mine.given;
    const FoldedText& theirs = names.theirs.given;
    if (mine.isEmpty() || theirs.isEmpty() || isNoGivenName(mine.letters()) ||
        isNoGivenName(theirs.letters())) {
        return {{Weight::Missing, "given.missing"}};
    }
    if (sameLetters(mine.letters(), theirs.letters())) {
        if (onlyInitials(theirs)) {
            return {{Weight::Doubt, "given.initial"}, 0, false, true};
        }
        return {{Weight::Agrees, "given.equal"}, mine.letters().size()};
    }
    if (isPrefix(theirs, mine, !names.mine.claims.givenNamesExact)) {
        return {{Weight::Agrees, "given.prefix"}, theirs.letters().size()};
    }
    if (isPrefix(mine, theirs, false)) {
        return {{Weight::Agrees, "given.prefix"}, mine.letters().size(), true};
    }
    if (opensName(mine, theirs) || opensName(theirs, mine)) {
        return {{Weight::Doubt, "given.overlap"}};
    }
    if (sharesWord(mine, theirs) || sharesWord(mine, FoldedText(names.theirs.record.usualGivenName))) {
        return {{Weight::Doubt, "given.overlap"}};
    }
    if (names.swapped()) {
        return {{Weight::Doubt, "given.swapped"}};
    }
    const View myFirst = firstName(mine);
    const View theirFirst = firstName(theirs);
    if (near(myFirst, theirFirst)) {
        return {{Weight::Doubt, "given.near"}, 0, false, true, differByGender(myFirst, theirFirst)};
    }
    if (areInitials(theirs, mine) || areInitials(mine, theirs)) {
        return {{Weight::Doubt, "given.initial"}, 0, false, true};
    }
    if (spelledOtherwise(myFirst, theirFirst)) {
        return {{Weight::Doubt, "given.near"}};
    }
    if (joinsHead(myFirst, theirFirst)) {
        return {{Weight::Doubt, "given.overlap"}};
    }
    return {{Weight::Excludes, "given.different"}};
}

/// Whether the names agree once letters that were encoded twice are decoded again.
bool agreeDecoded(const NamePair& names)
{
    const QStringList& mine = names.mine.claims.givenNames;
    const QStringList& theirs = names.theirs.record.givenNames;
    const auto any = [](const FoldedText& folded, const QStringList& list) {
        return !folded.isPlain() && std::any_of(list.begin(), list.end(), isEncodedTwice);
    };
    if (!any(names.mine.given, mine) && !any(names.theirs.given, theirs)) {
        return false;
    }
    FranceConnectIdentity person = names.mine.claims;
    OfficerRecord officer = names.theirs.record;
    std::transform(mine.begin(), mine.end(), person.givenNames.begin(), decodedAgain);
    std::transform(theirs.begin(), theirs.end(), officer.givenNames.begin(), decodedAgain);
    const IdentitySide personSide(person);
    const OfficerSide officerSide(officer);
    return compareAsWritten({personSide, officerSide}).finding.weight == Weight::Agrees;
}

} // namespace

GivenNamesFinding compareGivenNames(const NamePair& names)
{
    const GivenNamesFinding written = compareAsWritten(names);
    const bool agrees = written.finding.weight == Weight::Agrees;
    // CHLOÃ© is no man's form of Chloé either.
    if ((written.finding.weight == Weight::Excludes || written.onlyNear) && agreeDecoded(names)) {
        return {{Weight::Doubt, "given.unreadable"}};
    }
    if ((agrees || written.finding.weight == Weight::Excludes) && haveLostLetters(names) &&
        (agrees || sameButForLostLetters(firstName(names.mine.given), firstName(names.theirs.given)))) {
        return {{Weight::Doubt, "given.unreadable"}};
    }
    return written;
}

int agreeingNames(const NamePair& names, std::size_t shared)
{
    const FoldedText& a = names.mine.given;
    const FoldedText& b = names.theirs.given;
    FewestNames count;
    std::size_t begin = 0;
    for (qsizetype i = 0; i < a.wordCount() && a.wordEnd(i) <= shared; ++i) {
        const std::size_t end = a.wordEnd(i);
        const Boundary mine = endAt(a, end);
        const Boundary theirs = endAt(b, end);
        if (mine == Boundary::Joint || theirs == Boundary::Joint ||
            (mine == Boundary::Space && names.mine.claims.givenNamesExact)) {
            continue;
        }
        count.add(a.letters().substr(begin, end - begin));
        if (mine == Boundary::Name && theirs == Boundary::Name) {
            count.close();
        }
        begin = end;
    }
    return count.count();
}

} // namespace proconnect::certification
