// SPDX-License-Identifier: MIT
#include "tests/bench/certification/Strangers.h"

#include "core/certification/Certifier.h"
#include "core/certification/NameFolding.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstdio>

namespace proconnect::bench {
namespace {

using certification::Certainty;
using certification::CivilDate;

constexpr CivilDate today{2026, 11, 23};

struct Keyed
{
    std::uint64_t key = 0;
    std::uint32_t person = 0;
};

using Key = std::uint64_t (*)(const Person& person);

std::uint64_t mixed(std::uint64_t a, std::uint64_t b)
{
    a ^= b + 0x9E3779B97F4A7C15U + (a << 6U) + (a >> 2U);
    return a * 0xFF51AFD7ED558CCDU;
}

std::uint64_t hashOf(const QString& text)
{
    return qHash(text, 17);
}

std::uint64_t placeOf(const Person& person)
{
    return person.country == 100 ? hashOf(person.commune) : static_cast<std::uint64_t>(person.country);
}

constexpr std::array<Key, 6> keys{
    [](const Person& p) { return mixed(hashOf(p.family), static_cast<std::uint64_t>(p.birth)); },
    [](const Person& p) { return mixed(mixed(hashOf(p.family), hashOf(p.given[0])), placeOf(p)); },
    [](const Person& p) {
        return mixed(mixed(static_cast<std::uint64_t>(p.birth), hashOf(p.given[0])), placeOf(p));
    },
    [](const Person& p) { return mixed(static_cast<std::uint64_t>(p.birth), placeOf(p)); },
    [](const Person& p) { return mixed(hashOf(p.family.left(4)), static_cast<std::uint64_t>(p.birth)); },
    [](const Person& p) {
        return mixed(mixed(hashOf(p.family), hashOf(p.given[0])),
                     static_cast<std::uint64_t>(p.birth / 10000));
    },
};

void appendBlocks(std::vector<Keyed>& keyed, std::vector<std::uint64_t>& pairs)
{
    std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) { return a.key < b.key; });
    for (std::size_t begin = 0; begin < keyed.size();) {
        std::size_t end = begin + 1;
        while (end < keyed.size() && keyed[end].key == keyed[begin].key) {
            ++end;
        }
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < end; ++j) {
                const auto [low, high] = std::minmax(keyed[i].person, keyed[j].person);
                pairs.push_back(static_cast<std::uint64_t>(low) << 32U | high);
            }
        }
        begin = end;
    }
}

bool sameText(const certification::OfficerRecord& a, const certification::OfficerRecord& b)
{
    const auto letters = [](const certification::OfficerRecord& entry) {
        return certification::foldedLetters(entry.familyName) + u'/' +
               certification::foldedLetters(entry.givenNames.join(u' '));
    };
    return a.birthDate == b.birthDate && a.gender == b.gender && a.birthCommune == b.birthCommune &&
           a.birthCountry == b.birthCountry && a.birthPlaceText == b.birthPlaceText &&
           letters(a) == letters(b);
}

/// Whether the register would have written the very same of the claimant, all given names or the first alone.
bool couldBeOf(const Person& claimant, const certification::OfficerRecord& entry, Channel channel)
{
    certification::OfficerRecord own = entryOf(claimant, channel);
    if (sameText(entry, own)) {
        return true;
    }
    own.givenNames = {entryOf(claimant, Channel::Rne).givenNames.constFirst()};
    return sameText(entry, own);
}

void judge(const Person& claimant, const Person& officer, StrangersReport& report)
{
    const FranceConnectIdentity claims = claimsOf(claimant);
    for (const Channel channel : {Channel::Sirene, Channel::Rne, Channel::RnePublic, Channel::Rcs}) {
        const auto entry = entryOf(officer, channel);
        const auto verdict = certification::assess(claims, entry, {}, today);
        ++report.verdicts;
        report.close += verdict.certainty == Certainty::Close ? 1 : 0;
        if (verdict.certainty != Certainty::Certified) {
            continue;
        }
        const bool same = couldBeOf(claimant, entry, channel);
        ++(same ? report.sameEntry : report.certified);
        std::fprintf(stderr, "%s %s %s %d %s / %s %s %d: %s\n",
                     same ? "same entry:" : "WRONG:", qPrintable(claimant.family),
                     qPrintable(claimant.given.join(u' ')), claimant.birth, qPrintable(claimant.commune),
                     qPrintable(entry.familyName), qPrintable(entry.givenNames.join(u'|')), officer.birth,
                     qPrintable(verdict.reasons().join(u' ')));
    }
}

} // namespace

std::vector<NearPair> nearPairs(const std::vector<Person>& people)
{
    std::vector<std::uint64_t> packed;
    std::vector<Keyed> keyed(people.size());
    for (const Key key : keys) {
        for (std::uint32_t i = 0; i < people.size(); ++i) {
            keyed[i] = {key(people[i]), i};
        }
        appendBlocks(keyed, packed);
    }
    std::sort(packed.begin(), packed.end());
    packed.erase(std::unique(packed.begin(), packed.end()), packed.end());
    std::vector<NearPair> pairs;
    pairs.reserve(packed.size());
    for (const std::uint64_t pair : packed) {
        pairs.push_back({static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair)});
    }
    return pairs;
}

StrangersReport judgeStrangers(const std::vector<Person>& people, const std::vector<NearPair>& pairs)
{
    StrangersReport report;
    for (const NearPair& pair : pairs) {
        judge(people[pair.one], people[pair.other], report);
        judge(people[pair.other], people[pair.one], report);
    }
    return report;
}

} // namespace proconnect::bench
