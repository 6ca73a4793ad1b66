// SPDX-License-Identifier: MIT
#include "core/certification/PlaceText.h"

#include "core/certification/CitiesInParts.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/Departements.h"
#include "core/certification/PlaceSpelling.h"
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
    constexpr std::array endings{"E"sv, "EME"sv, "IEME"sv, "ER"sv, "ERE"sv, "EM"sv, "ND"sv, "NDE"sv};
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
    std::vector<int> ordinals;  ///< of them, those that the text says to be an arrondissement's
    const City* city = nullptr; ///< whose arrondissement it is
    int arrondissement = 0;
    bool ordinal = false; ///< it says so of whichever number it has
    bool odd = false;     ///< something that nobody here understands

    [[nodiscard]] auto times(int number) const { return std::count(numbers.begin(), numbers.end(), number); }
    [[nodiscard]] bool isOrdinal(int number) const
    {
        return ordinal || std::find(ordinals.begin(), ordinals.end(), number) != ordinals.end();
    }
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

/// A number is an arrondissement's, says the text: the last one, or whichever comes.
void sayOrdinal(WrittenPlace& place)
{
    place.ordinal = place.ordinal || place.numbers.empty();
    if (!place.numbers.empty()) {
        place.ordinals.push_back(place.numbers.back());
    }
}

void readHead(Words words, WrittenPlace& place)
{
    Words name;
    spellOutArrondissement(words);
    for (const std::string& word : words) {
        const auto [number, digits] = leadingNumber(word);
        const std::string_view ending = std::string_view(word).substr(digits);
        if (word == "2A" || word == "2B") {
            place.departements.push_back(word);
        } else if (digits > 0 && (ending.empty() || isOrdinalEnding(ending))) {
            readNumber(number, digits, word, place);
            if (!ending.empty()) {
                sayOrdinal(place);
            }
        } else if (isArrondissementWord(word) || (!place.numbers.empty() && isOrdinalEnding(word))) {
            if (word != "CEDEX") {
                sayOrdinal(place);
            }
        } else {
            name.push_back(saintInFull(word));
        }
    }
    if (name.size() > 1 && isArticle(name.back())) {
        std::rotate(name.begin(), name.end() - 1, name.end());
    }
    spellOutTown(name);
    if (name.size() > 1 && !isCommuneName(joinedPlace(name))) {
        const auto codes = takeDepartementBehind(name);
        place.departements.insert(place.departements.end(), codes.begin(), codes.end());
    }
    place.name = joinedPlace(name);
}

bool shareAny(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool isNumber(const std::string& word)
{
    return leadingNumber(word).second == word.size() || word == "2A" || word == "2B";
}

void takeArrondissement(const City& city, int number, WrittenPlace& place)
{
    place.odd = place.odd || (place.arrondissement != 0 && place.arrondissement != number);
    place.city = &city;
    place.arrondissement = number;
}

/// "PARIS (12)", "LYON (3E ARRONDISSEMENT)"; false for what says none.
bool readArrondissement(const Words& words, WrittenPlace& place)
{
    const City* city = cityNamed(place.name);
    const auto [number, digits] = leadingNumber(words.front());
    if (city == nullptr || digits == 0 || digits > 2 || number < 1 || number > city->arrondissements) {
        return false;
    }
    const std::string_view ending = std::string_view(words.front()).substr(digits);
    const bool ordinal = !ending.empty() || words.size() > 1;
    const bool understood = (ending.empty() || isOrdinalEnding(ending)) &&
                            std::all_of(words.begin() + 1, words.end(), [](const std::string& word) {
                                return isArrondissementWord(word) || isOrdinalEnding(word);
                            });
    const bool again = place.times(number) > 0; // "MARSEILLE 13 (13)", but not "MARSEILLE (13)"
    if (!understood || (!ordinal && !again && number == city->departement)) {
        return false;
    }
    takeArrondissement(*city, number, place);
    return true;
}

/// What stands in brackets: an article, a number, a departement's name, or both.
void readQualifier(const Words& words, WrittenPlace& place)
{
    if (words.empty() || joinedPlace(words) == "FRANCE" || readArrondissement(words, place)) {
        return;
    }
    const std::string text = joinedPlace(words);
    if (words.size() > 1 && isNumber(words.front())) { // "69 - RHONE"
        readQualifier({words.front()}, place);
        readQualifier(Words(words.begin() + 1, words.end()), place);
        return;
    }
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
        } else if (number != city->departement || place.isOrdinal(number) || place.times(number) > 1) {
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

/// "APT FRANCE", but not "ROISSY EN FRANCE".
QStringView withoutCountry(QStringView text)
{
    const QStringView head = text.trimmed();
    constexpr QStringView country = u"FRANCE";
    if (!head.endsWith(country, Qt::CaseInsensitive)) {
        return head;
    }
    const Words words = placeWords(head);
    const bool apart = words.size() > 1 && words.back() == "FRANCE" && words[words.size() - 2] != "EN" &&
                       words[words.size() - 2] != "DE";
    return apart ? head.chopped(country.size()) : head;
}

/// The town, without what says behind a comma in which part of France it lies, which goes to `qualifiers`.
/// Behind a slash or a dash that may be a river: "VILLENEUVE/LOT".
QStringView townOf(QStringView text, std::vector<Words>& qualifiers)
{
    QStringView head = withoutCountry(text);
    for (qsizetype comma = head.lastIndexOf(u','); comma > 0; comma = head.lastIndexOf(u',')) {
        Words words = placeWords(head.sliced(comma + 1));
        if (!words.empty() && departementsNamed(joinedPlace(words)).empty()) {
            break;
        }
        qualifiers.push_back(std::move(words));
        head = withoutCountry(head.first(comma));
    }
    return head;
}

/// What stands in brackets, and behind them: "(69) (FRANCE)", "(RHONE, FRANCE)".
void takeBrackets(QStringView text, std::vector<Words>& qualifiers)
{
    const auto parts = [](QChar c) { return QStringView(u"()[],;").contains(c); };
    while (!text.isEmpty()) {
        const qsizetype end = std::find_if(text.begin(), text.end(), parts) - text.begin();
        qualifiers.push_back(placeWords(text.first(end)));
        text = text.sliced(std::min(text.size(), end + 1));
    }
}

WrittenPlace readWritten(QStringView text)
{
    WrittenPlace place;
    place.ordinal = text.contains(u'\u00B0');
    const qsizetype bracket = text.indexOf(u'(');
    std::vector<Words> qualifiers;
    readHead(placeWords(townOf(bracket < 0 ? text : text.first(bracket), qualifiers)), place);
    settleNumbers(place);
    if (bracket >= 0) {
        takeBrackets(text.sliced(bracket), qualifiers);
    }
    for (const Words& words : qualifiers) {
        readQualifier(words, place);
    }
    settlePostalCode(place);
    return place;
}

/// "VILLEURBANNE (69)", as it is mostly written: the commune's name, then its departement.
std::string_view withoutDepartement(std::string_view folded, CommuneCode commune)
{
    const std::size_t space = folded.size() - std::min<std::size_t>(folded.size(), 3);
    return space > 0 && folded[space] == ' ' && commune.isIn(folded.substr(space + 1))
               ? folded.substr(0, space)
               : folded;
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

PlaceText readAsWritten(QStringView text, std::string_view name, CommuneCode commune, const CivilDate& birth)
{
    const std::string_view bare = withoutDepartement(name, commune);
    if (communeIsNamedLast(commune, bare)) {
        return PlaceText::Names;
    }
    if (communeIsNamed(commune, bare)) {
        return isBorneBeside(relatedCommunes(commune, birth), bare) ? PlaceText::Unclear : PlaceText::Names;
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
    const bool former = exactly && !anyIs(communeIsNamedLast, communeIsNamedLast);
    return another || (former && isBorneBeside(related, place.name)) ? PlaceText::Unclear : PlaceText::Names;
}

} // namespace

PlaceText readPlaceText(QStringView text, std::string_view name, CommuneCode commune, const CivilDate& birth)
{
    if (text.isEmpty()) {
        return PlaceText::Silent;
    }
    const PlaceText written = readAsWritten(text, name, commune, birth);
    if (written == PlaceText::Names || !text.contains(u'/')) {
        return written;
    }
    // "CHALON/SAONE" is Chalon-sur-Saône.
    for (const auto link : {QLatin1String(" SUR "), QLatin1String(" SOUS "), QLatin1String(" EN ")}) {
        const QString full = text.toString().replace(u'/', link);
        if (readAsWritten(full, foldedPlace(full), commune, birth) == PlaceText::Names) {
            return PlaceText::Names;
        }
    }
    return written;
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
