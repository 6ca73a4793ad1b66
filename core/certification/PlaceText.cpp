// SPDX-License-Identifier: MIT
#include "core/certification/PlaceText.h"

#include "core/certification/CommuneHistory.h"
#include "core/certification/Departements.h"
#include "core/certification/FoldedText.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;
using Words = std::vector<std::string>;

struct City
{
    std::string_view name;
    int departement;
    int firstArrondissement; ///< code of the first, less one
    int arrondissements;
};

constexpr std::array cities{
    City{"PARIS"sv, 75, 75100, 20},
    City{"LYON"sv, 69, 69380, 9},
    City{"MARSEILLE"sv, 13, 13200, 16},
};

const City* cityNamed(std::string_view name)
{
    const auto* city =
        std::find_if(cities.begin(), cities.end(), [name](const City& entry) { return entry.name == name; });
    return city == cities.end() ? nullptr : city;
}

char asLatin(char16_t folded)
{
    return folded < 0x80 ? static_cast<char>(folded) : '?';
}

Words wordsOf(QStringView text)
{
    const FoldedText folded(text);
    Words words;
    for (qsizetype i = 0; i < folded.wordCount(); ++i) {
        std::string& word = words.emplace_back(folded.word(i).size(), ' ');
        std::transform(folded.word(i).begin(), folded.word(i).end(), word.begin(), asLatin);
    }
    return words;
}

std::string joined(const Words& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

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
    constexpr std::array words{"ARRONDISSEMENT"sv, "ARRONDISSEME"sv, "ARRDT"sv, "ARR"sv, "ARDT"sv, "CEDEX"sv};
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
    int arrondissement = 0;
    bool ordinal = false; ///< it says that its number is an arrondissement's
    bool odd = false;     ///< something that nobody here understands
};

void readNumber(int number, std::size_t digits, std::string_view word, WrittenPlace& place)
{
    if (digits == 5) {
        place.fiveDigits = word.substr(0, digits);
    } else if (digits <= 2) {
        place.arrondissement = number; // or a departement: decided once the name is known
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
        } else if (isArrondissementWord(word) || (place.arrondissement != 0 && isOrdinalEnding(word))) {
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
    place.name = joined(name);
}

/// What stands in brackets: an article, a number, a departement's name.
void readQualifier(const Words& words, WrittenPlace& place)
{
    if (words.empty() || joined(words) == "FRANCE") {
        return;
    }
    const std::string text = joined(words);
    if (words.size() == 1 && isArticle(text)) {
        place.name = text + " " + place.name;
        return;
    }
    place.departements = departementsNamed(text);
    const auto [number, digits] = leadingNumber(text);
    const bool code = digits == text.size() && (digits == 2 || digits == 3);
    if (code || text == "2A" || text == "2B") {
        place.departements = {text};
    } else if (digits == 5 && digits == text.size()) {
        place.fiveDigits = text;
    }
    place.odd = place.odd || (place.departements.empty() && place.fiveDigits != text);
}

/// A number up to 99 is an arrondissement of a city that has so many, else a departement.
void settleNumber(WrittenPlace& place)
{
    const City* city = cityNamed(place.name);
    const int number = std::exchange(place.arrondissement, 0);
    if (number == 0) {
        return;
    }
    if (city != nullptr && number <= city->arrondissements) {
        // "MARSEILLE 13" is the arrondissement or the departement: it says the city, no more.
        place.arrondissement = number == city->departement && !place.ordinal ? 0 : number;
        return;
    }
    place.departements.push_back((number < 10 ? "0" : "") + std::to_string(number));
}

WrittenPlace readWritten(QStringView text)
{
    WrittenPlace place;
    const qsizetype bracket = text.indexOf(u'(');
    readHead(wordsOf(bracket < 0 ? text : text.first(bracket)), place);
    settleNumber(place);
    if (bracket >= 0) {
        readQualifier(wordsOf(text.sliced(bracket)), place);
    }
    return place;
}

/// "VILLEURBANNE (69)", as it is mostly written: the commune's name, then its departement.
bool isNameAndDepartement(std::string_view folded, CommuneCode commune)
{
    const std::size_t space = folded.size() - std::min<std::size_t>(folded.size(), 3);
    return space > 0 && folded[space] == ' ' && commune.isIn(folded.substr(space + 1)) &&
           communeIsNamed(commune, folded.substr(0, space));
}

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
    const City* city = cityNamed(place.name);
    const auto code = CommuneCode::parse(QString::number(city->firstArrondissement + place.arrondissement));
    const CommuneRelation relation = communeRelation(commune, code, birth);
    return relation == CommuneRelation::Same || relation == CommuneRelation::Compatible ? PlaceText::Names
                                                                                        : PlaceText::Other;
}

} // namespace

std::string foldedPlace(QStringView text)
{
    if (text.isEmpty()) {
        return {};
    }
    const FoldedText folded(text);
    if (folded.isEmpty()) {
        return {};
    }
    std::string name(folded.letters().size() + static_cast<std::size_t>(folded.wordCount()) - 1, ' ');
    char* at = name.data();
    for (qsizetype i = 0; i < folded.wordCount(); ++i) {
        const auto word = folded.word(i);
        at = std::transform(word.begin(), word.end(), at, asLatin) + 1;
    }
    return name;
}

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
    if (place.arrondissement != 0) {
        return compareArrondissement(place, commune, birth);
    }
    const auto related = relatedCommunes(commune, birth);
    const bool named = std::any_of(related.begin(), related.end(), [&](CommuneCode code) {
        return communeIsNamedButForArticle(code, place.name);
    });
    if (named) {
        return fits(place, related) ? PlaceText::Names : PlaceText::Other;
    }
    return isCommuneName(place.name) ? PlaceText::Other : PlaceText::Unclear;
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
