// SPDX-License-Identifier: MIT
#include "core/certification/NameWords.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace proconnect::certification {
namespace {

using View = FoldedText::View;

constexpr auto particles = std::to_array<View>({
    u"ABD", u"AL", u"BEN", u"BIN", u"D",  u"DA", u"DE",  u"DEL", u"DEN", u"DER",  u"DES", u"DI",  u"DO",
    u"DOS", u"DU", u"EL",  u"L",   u"LA", u"LE", u"LES", u"N",   u"O",   u"OULD", u"VAN", u"VON", u"Y",
});
constexpr std::size_t longestParticle = 4;

/// Up to four letters as one number, which compares faster than the letters.
constexpr std::uint64_t packed(View word)
{
    std::uint64_t number = 0;
    for (const char16_t letter : word) {
        number = number << 16U | letter;
    }
    return number;
}

constexpr auto packedParticles = [] {
    std::array<std::uint64_t, particles.size()> numbers{};
    std::transform(particles.begin(), particles.end(), numbers.begin(), packed);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}();

constexpr auto placeholders = std::to_array<View>({
    u"ABSENT",       u"ABSENTE",    u"ANONYME",     u"INCONNU",
    u"INCONNUE",     u"NC",         u"NEANT",       u"NONCOMMUNIQUE",
    u"NONCONNU",     u"NONDECLARE", u"NONDECLAREE", u"NONDISPONIBLE",
    u"NONRENSEIGNE", u"NULL",       u"SANSNOM",     u"SANSNOMPATRONYMIQUE",
    u"SANSPRENOM",   u"SNP",        u"SPRENOM",
});
static_assert(std::is_sorted(placeholders.begin(), placeholders.end()));

constexpr auto compoundHeads = std::to_array<View>({
    u"ABDEL",   u"AHMED",    u"ANDRE",    u"ANNA",   u"ANNE", u"CARLOS", u"CHARLES",
    u"EMMA",    u"FATIMA",   u"FRANCOIS", u"HENRI",  u"JEAN", u"JEANNE", u"JOSE",
    u"JUAN",    u"LOUIS",    u"LOUISE",   u"LUIS",   u"MARC", u"MARIA",  u"MARIE",
    u"MOHAMED", u"MOHAMMED", u"PAUL",     u"PIERRE", u"ROSE", u"SIDI",   u"YVES",
});
static_assert(std::is_sorted(compoundHeads.begin(), compoundHeads.end()));

constexpr std::size_t shortestHead = 4;
/// Their first letters, looked at before the list.
constexpr auto packedHeads = [] {
    std::array<std::uint64_t, compoundHeads.size()> numbers{};
    std::transform(compoundHeads.begin(), compoundHeads.end(), numbers.begin(),
                   [](View head) { return packed(head.substr(0, shortestHead)); });
    return numbers;
}();

struct Endings
{
    View one;
    View other;
};

// What remains after the letters that both forms share.
constexpr auto genderEndings = std::to_array<Endings>({
    {u"", u"A"},
    {u"", u"E"},
    {u"", u"LE"},
    {u"", u"N"},
    {u"", u"NE"},
    {u"", u"TE"},
    {u"", u"TTE"},
    {u"", u"IE"},
    {u"", u"INE"},
    {u"A", u"E"},
    {u"A", u"O"},
    {u"E", u"O"},
    {u"E", u"IE"},
    {u"C", u"QUE"},
    {u"C", u"KA"},
    {u"I", u"A"},
    {u"T", u"CE"},
    {u"", u"ETTE"},
});

} // namespace

bool isParticle(View word)
{
    if (word.size() > longestParticle) {
        return false;
    }
    return std::binary_search(packedParticles.begin(), packedParticles.end(), packed(word));
}

bool isSignificant(View word)
{
    return word.size() >= 2 && !isParticle(word);
}

bool isListedPlaceholder(View letters)
{
    return std::binary_search(placeholders.begin(), placeholders.end(), letters) ||
           std::all_of(letters.begin(), letters.end(), [](char16_t letter) { return letter == u'X'; });
}

bool opensCompound(View word)
{
    if (word.size() < shortestHead) {
        return false;
    }
    const std::uint64_t begin = packed(word.substr(0, shortestHead));
    return std::binary_search(packedHeads.begin(), packedHeads.end(), begin) &&
           std::binary_search(compoundHeads.begin(), compoundHeads.end(), word);
}

bool oneLetterApart(View a, View b)
{
    const View shorter = a.size() <= b.size() ? a : b;
    const View longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1 || a == b) {
        return false;
    }
    const auto difference = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    const auto at = static_cast<std::size_t>(difference.first - shorter.begin());
    const View restShorter = shorter.substr(at);
    const View restLonger = longer.substr(at);
    if (restLonger.size() > restShorter.size()) {
        return restLonger.substr(1) == restShorter;
    }
    if (restLonger.substr(1) == restShorter.substr(1)) {
        return true;
    }
    return restLonger.size() >= 2 && restLonger[0] == restShorter[1] && restLonger[1] == restShorter[0] &&
           restLonger.substr(2) == restShorter.substr(2);
}

bool differByGender(View a, View b)
{
    const std::size_t shared = std::min(a.size(), b.size());
    const auto at = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin()).first -
        a.begin());
    const View restA = a.substr(at);
    const View restB = b.substr(at);
    return std::any_of(genderEndings.begin(), genderEndings.end(), [&](const Endings& pair) {
        return (restA == pair.one && restB == pair.other) || (restA == pair.other && restB == pair.one);
    });
}

} // namespace proconnect::certification
