// SPDX-License-Identifier: MIT
#include "core/certification/PlaceText.h"

#include "core/certification/CitiesInParts.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/Departements.h"
#include "core/certification/PlaceWords.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string>;

/// Leading digits as a number, and how many there are.
std::pair<int, std::size_t> leadingNumber(std::string_view word)
{
    std::size_t digits = 0;
    int number = 0;
    while (digits < word.size() && digits < 6 && word[digits] >= '0' && word[digits] <= '9') {
        number = number * 10 + (word[digits++] - '0');
    }
    return {number, digits};
}

bool isOrdinalEnding(std::string_view text)
{
    constexpr std::array endings{"E"sv, "EME"sv, "IEME"sv, "ER"sv, "ERE"sv, "ND"sv, "NDE"sv};
    return std::find(endings.begin(), endings.end(), text) != endings.end();
}

bool isArrondissementWord(std::string_view word)
{
    constexpr std::array words{"ARRONDISSEMENT"sv, "ARRONDISSEME"sv, "ARRDT"sv, "ARRT"sv, "ARR"sv,
                               "ARDT"sv,           "CEDEX"sv};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isArticle(std::string_view word)
{
    return word == "LE" || word == "LA" || word == "LES" || word == "L";
}

/// A place as it is written, taken apart.
struct WrittenPlace
{
    std::string name;
    std::string fiveDigits; ///< a postal code, or a commune's
    std::vector<std::string> departements;
    std::vector<int> numbers;   ///< up to 99: arrondissements or departements, decided once the name is known
    const City* city = nullptr; ///< whose arrondissement it is
    int arrondissement = 0;
    bool ordinal = false; ///< it says that its number is an arrondissement's
    bool odd = false;     ///< something that nobody here understands
};

void readNumber(int number, std::size_t digits, std::string_view word, WrittenPlace& place)
{
    if (digits == 5) {
        place.odd = place.odd || (!place.fiveDigits.empty() && place.fiveDigits != word.substr(0, digits));
        place.fiveDigits = word.substr(0, digits);
    } else if (digits <= 2) {
        place.numbers.push_back(number);
    } else if (digits == 3 && number >= 971) {
        place.departements.emplace_back(word.substr(0, digits));
    } else {
        place.odd = true;
    }
}

void readHead(const Words& words, WrittenPlace& place)
{
    Words name;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const auto [number, digits] = leadingNumber(word);
        const std::string_view ending = std::string_view(word).substr(digits);
        if (word == "2A" || word == "2B") {
            place.departements.push_back(word);
        } else if (digits > 0 && (ending.empty() || isOrdinalEnding(ending))) {
            readNumber(number, digits, word, place);
            place.ordinal = place.ordinal || !ending.empty();
        } else if (isArrondissementWord(word) || (!place.numbers.empty() && isOrdinalEnding(word))) {
            place.ordinal = place.ordinal || word != "CEDEX";
        } else if (word == "S" && i > 0) {
            name.emplace_back("SUR");
        } else {
            name.push_back(word == "ST" ? "SAINT" : word == "STE" ? "SAINTE" : word);
        }
    }
    if (name.size() > 1 && isArticle(name.back())) {
        std::rotate(name.begin(), name.end() - 1, name.end());
    }
    place.name = joinedPlace(name);
}

bool shareAny(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// What stands in brackets: an article, a number, a departement's name.
void readQualifier(const Words& words, WrittenPlace& place)
{
    if (words.empty() || joinedPlace(words) == "FRANCE") {
        return;
    }
    const std::string text = joinedPlace(words);
    if (words.size() == 1 && isArticle(text)) {
        // None of the cities in parts has one, and "LE PARIS" would be no city any more.
        place.odd = place.odd || cityNamed(place.name) != nullptr;
        place.name = text + " " + place.name;
        return;
    }
    std::vector<std::string> departements = departementsNamed(text);
    const auto [number, digits] = leadingNumber(text);
    const bool code = digits == text.size() && (digits == 2 || digits == 3);
    if (code || text == "2A" || text == "2B") {
        departements = {text};
    } else if (digits == 5 && digits == text.size()) {
        readNumber(number, digits, text, place);
    }
    place.odd =
        place.odd || (departements.empty() && place.fiveDigits != text) ||
        (!departements.empty() && !place.departements.empty() && !shareAny(departements, place.departements));
    if (!departements.empty()) {
        place.departements = std::move(departements);
    }
}

void takeArrondissement(const City& city, int number, WrittenPlace& place)
{
    place.odd = place.odd || (place.arrondissement != 0 && place.arrondissement != number);
    place.city = &city;
    place.arrondissement = number;
}

void takeDepartement(int number, WrittenPlace& place)
{
    std::string code = (number < 10 ? "0" : "") + std::to_string(number);
    place.odd = place.odd || (!place.departements.empty() && !shareAny({code}, place.departements));
    place.departements.push_back(std::move(code));
}

/// A number up to 99 is an arrondissement of a city that has so many, else a departement.
void settleNumbers(WrittenPlace& place)
{
    const City* city = cityNamed(place.name);
    for (const int number : place.numbers) {
        if (city == nullptr || number < 1 || number > city->arrondissements) {
            takeDepartement(number, place);
        } else if (number != city->departement || place.ordinal) {
            takeArrondissement(*city, number, place);
        } // "MARSEILLE 13" is the arrondissement or the departement: it says the city, no more.
    }
}

/// Of a city with arrondissements, a postal code says which.
void settlePostalCode(WrittenPlace& place)
{
    const City* city = cityNamed(place.name);
    const int number =
        city == nullptr || place.fiveDigits.empty() ? 0 : city->arrondissementOf(std::stoi(place.fiveDigits));
    if (number != 0) {
        takeArrondissement(*city, number, place);
        place.fiveDigits.clear();
    }
}

WrittenPlace readWritten(QStringView text)
{
    WrittenPlace place;
    const qsizetype bracket = text.indexOf(u'(');
    readHead(placeWords(bracket < 0 ? text : text.first(bracket)), place);
    settleNumbers(place);
    if (bracket >= 0) {
        readQualifier(placeWords(text.sliced(bracket)), place);
    }
    settlePostalCode(place);
    return place;
}

/// "VILLEURBANNE (69)", as it is mostly written: the commune's name, then its departement.
bool isNameAndDepartement(std::string_view folded, CommuneCode commune)
{
    const std::size_t space = folded.size() - std::min<std::size_t>(folded.size(), 3);
    return space > 0 && folded[space] == ' ' && commune.isIn(folded.substr(space + 1)) &&
           communeIsNamed(commune, folded.substr(0, space));
}

using Named = bool (*)(CommuneCode, std::string_view);

bool fits(const WrittenPlace& place, const std::vector<CommuneCode>& related)
{
    const bool departement =
        place.departements.empty() ||
        std::any_of(place.departements.begin(), place.departements.end(), [&](const std::string& any) {
            return std::any_of(related.begin(), related.end(),
                               [&any](CommuneCode code) { return code.isIn(any); });
        });
    const CommuneCode written = CommuneCode::parse(std::string_view(place.fiveDigits));
    const bool number =
        place.fiveDigits.empty() || std::any_of(related.begin(), related.end(), [&](CommuneCode code) {
            return code == written || isPostalCodeOf(place.fiveDigits, code);
        });
    return departement && number;
}

PlaceText compareArrondissement(const WrittenPlace& place, CommuneCode commune, const CivilDate& birth)
{
    const CommuneCode code = place.city->codeOf(place.arrondissement);
    const CommuneRelation relation = communeRelation(commune, code, birth);
    const bool related = relation == CommuneRelation::Same || relation == CommuneRelation::Compatible;
    return related && fits(place, {code}) ? PlaceText::Names : PlaceText::Other;
}

} // namespace

PlaceText readPlaceText(QStringView text, std::string_view name, CommuneCode commune, const CivilDate& birth)
{
    if (text.isEmpty()) {
        return PlaceText::Silent;
    }
    if (communeIsNamed(commune, name) || isNameAndDepartement(name, commune)) {
        return PlaceText::Names;
    }
    const bool plain =
        std::all_of(name.begin(), name.end(), [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); });
    if (plain && !hasHistory(commune) && isCommuneName(name) && !communeIsNamedButForArticle(commune, name)) {
        return PlaceText::Other;
    }
    const WrittenPlace place = readWritten(text);
    if (place.name.empty() || place.odd) {
        return PlaceText::Unclear;
    }
    if (place.city != nullptr) {
        return compareArrondissement(place, commune, birth);
    }
    const auto related = relatedCommunes(commune, birth);
    const auto ahead = communesAhead(commune, birth);
    // A commune that took others in later may have been called otherwise while it did not hold them.
    const auto anyIs = [&](Named ever, Named last) {
        return std::any_of(related.begin(), related.end(), [&](CommuneCode code) {
            const bool later = code != commune && std::find(ahead.begin(), ahead.end(), code) != ahead.end();
            return (later ? last : ever)(code, place.name);
        });
    };
    const bool exactly = anyIs(communeIsNamed, communeIsNamedLast);
    const bool another = !exactly && isCommuneName(place.name);
    if (!exactly && !anyIs(communeIsNamedButForArticle, communeIsNamedLastButForArticle)) {
        return another && !anyIs(communeIsNamed, communeIsNamed) ? PlaceText::Other : PlaceText::Unclear;
    }
    if (!fits(place, related)) {
        return PlaceText::Other;
    }
    // "LE PIN" is not Pin: articles get lost, but not where another commune is called so.
    return another ? PlaceText::Unclear : PlaceText::Names;
}

std::string communeNamedIn(QStringView text, std::string_view name)
{
    if (isCommuneName(name)) {
        return std::string(name);
    }
    const qsizetype comma = text.indexOf(u',');
    std::string town = readWritten(comma < 0 ? text : text.first(comma)).name;
    return isCommuneName(town) ? town : std::string();
}

} // namespace proconnect::certification
