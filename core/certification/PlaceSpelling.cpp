// SPDX-License-Identifier: MIT
#include "core/certification/PlaceSpelling.h"

#include "core/certification/CitiesInParts.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/Departements.h"
#include "core/certification/PlaceWords.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string>;

/// As many as the largest city has arrondissements.
constexpr std::array romanNumbers{
    "I"sv,  "II"sv,  "III"sv,  "IV"sv,  "V"sv,  "VI"sv,  "VII"sv,  "VIII"sv,  "IX"sv,  "X"sv,
    "XI"sv, "XII"sv, "XIII"sv, "XIV"sv, "XV"sv, "XVI"sv, "XVII"sv, "XVIII"sv, "XIX"sv, "XX"sv,
};

/// "XII", "XIIE" or "XIIEME" in digits; any other word as it is. Without "IEME": XIIEME is the twelfth.
std::string romanInDigits(const std::string& word)
{
    for (const std::string_view ending : {""sv, "E"sv, "EME"sv, "ER"sv}) {
        if (!word.ends_with(ending)) {
            continue;
        }
        const auto* const roman = std::find(romanNumbers.begin(), romanNumbers.end(),
                                            std::string_view(word).substr(0, word.size() - ending.size()));
        if (roman != romanNumbers.end()) {
            return std::to_string(roman - romanNumbers.begin() + 1).append(ending);
        }
    }
    return word;
}

/// "PARIS12" as two words.
void partCityFromNumber(Words& words)
{
    const std::size_t letters = words.front().find_first_of("0123456789");
    if (letters != std::string::npos && cityNamed(words.front().substr(0, letters)) != nullptr) {
        words.insert(words.begin() + 1, words.front().substr(letters));
        words.front().resize(letters);
    }
}

void replaceEach(Words& words, std::string_view from, std::string_view to)
{
    for (std::string& word : words) {
        if (word == from) {
            word = to;
        }
    }
}

/// Takes a spelling that makes the words a commune's name.
bool takeIfCommune(const Words& spelling, Words& town)
{
    const bool named = isCommuneName(joinedPlace(spelling));
    if (named) {
        town = spelling;
    }
    return named;
}

} // namespace

void spellOutArrondissement(Words& words)
{
    if (words.empty()) {
        return;
    }
    partCityFromNumber(words);
    if (words.size() > 1 && cityNamed(words.front()) != nullptr) {
        words[1] = romanInDigits(words[1]);
    } else if (words.size() > 2 && words[words.size() - 2] == "DE" && cityNamed(words.back()) != nullptr &&
               words.front().front() <= '9') {
        words.erase(words.end() - 2);
    }
}

void spellOutTown(Words& town)
{
    if (town.size() < 2 || isCommuneName(joinedPlace(town))) {
        return;
    }
    for (std::size_t i = 1; i < town.size(); ++i) {
        if (town[i] == "FD" && town[i - 1] == "CLERMONT") {
            town[i] = "FERRAND";
        }
    }
    replaceEach(town, "MT", "MONT");
    replaceEach(town, "SS", "SOUS");
    Words onRiver = town;
    Words below = town;
    for (std::size_t i = 1; i < town.size(); ++i) {
        if (town[i] == "S") {
            onRiver[i] = "SUR";
            below[i] = "SOUS";
        }
    }
    if (takeIfCommune(onRiver, town) || takeIfCommune(below, town)) {
        return;
    }
    town = onRiver;
    Words beside = town;
    replaceEach(beside, "LEZ", "LES");
    if (!takeIfCommune(beside, town)) {
        beside = town;
        replaceEach(beside, "LES", "LEZ");
        takeIfCommune(beside, town);
    }
}

std::vector<std::string> takeDepartementBehind(Words& town)
{
    constexpr std::size_t longestName = 5;
    constexpr std::size_t overseas = 3; // digits of a code
    for (std::size_t size = std::min(longestName, town.size() - 1); size > 0; --size) {
        const auto begin = town.end() - static_cast<std::ptrdiff_t>(size);
        const std::string name = joinedPlace(Words(begin, town.end()));
        auto codes = departementsNamed(name);
        // Towns are called after Saint Martin, too.
        if (codes.empty() || *begin == "SAINT") {
            continue;
        }
        if (codes.front().size() == overseas) {
            const bool linked = town.size() > size + 1 && *(begin - 1) == "DE";
            town.erase(begin - (linked ? 1 : 0), town.end());
            return codes;
        }
        // Most are called after rivers, as towns on them are.
        Words onRiver = town;
        onRiver.insert(onRiver.end() - static_cast<std::ptrdiff_t>(size), "SUR");
        if (name != "PARIS" && !isCommuneName(joinedPlace(onRiver))) {
            town.erase(begin, town.end());
            return codes;
        }
    }
    return {};
}

} // namespace proconnect::certification
