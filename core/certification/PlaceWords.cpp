// SPDX-License-Identifier: MIT
#include "core/certification/PlaceWords.h"

#include "core/certification/CitiesInParts.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/Departements.h"
#include "core/certification/FoldedText.h"
#include "core/certification/KnownTowns.h"
#include "core/certification/NameWords.h"
#include "core/certification/SharedTownNames.h"
#include "core/certification/TownsAbroad.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace proconnect::certification {
namespace {

using Words = std::vector<std::string>;

char asLatin(char16_t folded)
{
    return folded < 0x80 ? static_cast<char>(folded) : foldedStrangeLetter;
}

constexpr std::size_t mostWords = 12;

std::string runOf(const Words& words, std::size_t begin, std::size_t size)
{
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
    return joinedPlace(Words(first, first + static_cast<std::ptrdiff_t>(size)));
}

/// How many words, beginning with that one and as many as can be, are what is asked for; 0 when none are.
template <typename Predicate>
std::size_t longestRun(const Words& words, std::size_t begin, const Predicate& isWanted)
{
    constexpr std::size_t longestName = 6;
    std::size_t size = std::min(longestName, words.size() - begin);
    while (size > 0 && !isWanted(runOf(words, begin, size))) {
        --size;
    }
    return size;
}

/// Towns in whose name a town of another state stands (KnownTowns.h).
bool isNamedAfterATown(const std::string& name)
{
    constexpr auto names = std::to_array<std::string_view>(
        {"NOVA LISBOA", "PORTO ALEGRE", "PORTO ALEXANDRE", "PORTO AMBOIM", "PORTO AMELIA", "PORTO EMPEDOCLE",
         "PORTO NOVO", "PORTO RICO", "PORTO SEGURO", "PORTO TORRES", "PORTO VELHO"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isSaint(const std::string& word)
{
    return word == "SAINT" || word == "ST" || word == "SAINTE" || word == "STE";
}

/// What stands behind the last bracket, comma, slash or dash with spaces around: nothing without any. A word
/// that merely comes last is the name's: VINA DEL MAR, XI AN.
QStringView setApart(QStringView text)
{
    qsizetype mark = text.lastIndexOf(u'-');
    while (mark > 0 &&
           !(text.at(mark - 1).isSpace() && mark + 1 < text.size() && text.at(mark + 1).isSpace())) {
        mark = text.lastIndexOf(u'-', mark - 1);
    }
    for (const QChar any : QStringView(u"(,/;")) {
        mark = std::max(mark, text.lastIndexOf(any));
    }
    return mark > 0 ? text.sliced(mark + 1) : QStringView();
}

/// "NAPOLI (NA)", "BOSTON (MA)": where provinces and states have two letters too.
bool isTownWithItsProvince(CountryNumber country, const Words& town)
{
    constexpr CountryNumber italy = 127;
    constexpr CountryNumber unitedStates = 404;
    return (country == italy || country == unitedStates) && stateOfTown(joinedPlace(town)) == country;
}

/// The departement that stands for abroad, and the codes of states that begin with it: "TUNIS (99)".
bool saysAbroad(const std::string& word, CountryNumber country)
{
    return word == "99" || (country != 0 && countryNumber(QString::fromStdString(word)) == country);
}

bool holdsDigit(const std::string& words)
{
    return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Shorter names are words of many languages: AIN is a spring, in Algeria.
bool saysPlaceOfFrance(const std::string& name)
{
    constexpr std::size_t tellingLetters = 5;
    return cityNamed(name) != nullptr ||
           (name.size() >= tellingLetters && (isCommuneName(name) || !departementsNamed(name).empty()));
}

bool isDepartementOf(const std::string& name, const std::vector<CommuneCode>& related)
{
    const auto codes = departementsNamed(name);
    return std::any_of(codes.begin(), codes.end(), [&related](const std::string& departement) {
        return std::any_of(related.begin(), related.end(),
                           [&departement](CommuneCode code) { return code.isIn(departement); });
    });
}

bool fitsNumber(const std::string& number, const std::vector<CommuneCode>& related)
{
    return std::any_of(related.begin(), related.end(), [&number](CommuneCode code) {
        return code.isIn(number) || isPostalCodeOf(number, code);
    });
}

/// One letter apart from a name of the commune, or cut.
bool isNearlyNamed(CommuneCode commune, const std::string& written)
{
    constexpr qsizetype shortestName = 5;
    const QString text = QString::fromLatin1(written).remove(u' ');
    const QStringList names = communeNames(commune).split(u'|', Qt::SkipEmptyParts);
    return text.size() >= shortestName && std::any_of(names.begin(), names.end(), [&text](QString name) {
               name.remove(u' ');
               return name.startsWith(text) || oneLetterApart(name.toStdU16String(), text.toStdU16String());
           });
}

} // namespace

namespace {

/// What a character of a plain town's name becomes: a capital letter, a digit, or the space that a hyphen is
/// too; 0 for any other.
constexpr auto plainPlace = [] {
    std::array<char, 128> folded{};
    for (std::size_t c = 0; c < folded.size(); ++c) {
        const char unit = static_cast<char>(c);
        const bool lower = unit >= 'a' && unit <= 'z';
        const bool kept = (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9') || unit == ' ';
        folded[c] = lower ? static_cast<char>(unit - ('a' - 'A')) : kept ? unit : unit == '-' ? ' ' : '\0';
    }
    return folded;
}();

/// Folds words that are parted by one space or hyphen each: nearly every town. False, with anything written,
/// for other texts.
bool writePlainPlace(QStringView text, std::string& name)
{
    name.resize(static_cast<std::size_t>(text.size()));
    char* at = name.data();
    char before = ' ';
    for (const QChar c : text) {
        const char folded = c.unicode() < plainPlace.size() ? plainPlace[c.unicode()] : '\0';
        if (folded == '\0' || (folded == ' ' && before == ' ')) {
            return false;
        }
        *at++ = before = folded;
    }
    return before != ' ' || text.isEmpty();
}

} // namespace

Words placeWords(QStringView text)
{
    const FoldedText folded(text);
    Words words;
    for (qsizetype i = 0; i < folded.wordCount(); ++i) {
        std::string& word = words.emplace_back(folded.word(i).size(), ' ');
        std::transform(folded.word(i).begin(), folded.word(i).end(), word.begin(), asLatin);
    }
    return words;
}

std::string saintInFull(const std::string& word)
{
    return word == "ST" ? "SAINT" : word == "STE" ? "SAINTE" : word;
}

std::string joinedPlace(const Words& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? "" : " ";
        text += word;
    }
    return text;
}

std::string foldedPlace(QStringView text)
{
    std::string name;
    if (writePlainPlace(text, name)) {
        return name;
    }
    const FoldedText folded(text);
    if (folded.isEmpty()) {
        return {};
    }
    name.assign(folded.letters().size() + static_cast<std::size_t>(folded.wordCount()) - 1, ' ');
    char* at = name.data();
    for (qsizetype i = 0; i < folded.wordCount(); ++i) {
        const auto word = folded.word(i);
        at = std::transform(word.begin(), word.end(), at, asLatin) + 1;
    }
    return name;
}

bool mentionsOnly(QStringView text, CommuneCode commune, const CivilDate& birth)
{
    Words words = placeWords(text);
    if (words.size() > mostWords) {
        return false;
    }
    std::transform(words.begin(), words.end(), words.begin(), saintInFull);
    const auto related = relatedCommunes(commune, birth);
    const auto isCommune = [&related](const std::string& name) {
        return std::any_of(related.begin(), related.end(),
                           [&name](CommuneCode code) { return communeIsNamedButForArticle(code, name); });
    };
    const auto isElsewhere = [&](const std::string& name) {
        return saysPlaceOfFrance(name) && !isCommune(name) && !isDepartementOf(name, related);
    };
    bool mentioned = false;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t own = longestRun(words, begin, isCommune);
        if (own > 0 && cityNamed(runOf(words, begin, own)) != nullptr) {
            return false;
        }
        if (holdsDigit(words[begin]) ? !fitsNumber(words[begin], related)
                                     : own == 0 && longestRun(words, begin, isElsewhere) > 0) {
            return false;
        }
        mentioned = mentioned || own > 0;
        begin += std::max<std::size_t>(own, 1);
    }
    return mentioned || isNearlyNamed(commune, joinedPlace(words));
}

bool namesAnotherCountry(QStringView text, CountryNumber country)
{
    const Words words = placeWords(text);
    const auto isAnother = [country](CountryNumber named) {
        return named != 0 && countryRelation(country, named) == CountryRelation::Different;
    };
    const auto isCountry = [](const std::string& name) { return countryNamed(name) != 0; };
    for (std::size_t begin = 0; begin < words.size();) {
        // "GUINEE BISSAU" is not Guinea, nor is "HOPITAL ST MAURICE" Mauritius.
        const std::size_t size = longestRun(words, begin, isCountry);
        const bool saint = begin > 0 && isSaint(words[begin - 1]);
        if (size > 0 && !saint && isAnother(countryNamed(runOf(words, begin, size)))) {
            return true;
        }
        begin += std::max<std::size_t>(size, 1);
    }
    const Words last = placeWords(setApart(text));
    // "MARSA (LA)" is not in Laos.
    return last.size() == 1 && words.size() > 1 && last.front() != "LA" &&
           !isTownWithItsProvince(country, Words(words.begin(), words.end() - 1)) &&
           isAnother(countryNumber(QString::fromStdString(last.front())));
}

bool namesTownElsewhere(QStringView text, std::string_view name, CountryNumber country)
{
    const auto isElsewhere = [country](std::string_view town) {
        const CountryNumber state = stateOfTown(town);
        return state != 0 && countryRelation(country, state) == CountryRelation::Different;
    };
    if (stateOfTown(name) != 0 || name.find(' ') == std::string_view::npos) {
        return isElsewhere(name);
    }
    const auto isTown = [](const std::string& town) {
        return stateOfTown(town) != 0 || isNamedAfterATown(town);
    };
    const Words words = placeWords(text);
    for (std::size_t begin = 0; begin < words.size();) {
        // "PORTO NOVO" is not Porto.
        const std::size_t size = longestRun(words, begin, isTown);
        if (size > 0 && isElsewhere(runOf(words, begin, size))) {
            return true;
        }
        begin += std::max<std::size_t>(size, 1);
    }
    return false;
}

bool namesPlaceOfFrance(QStringView text, CountryNumber country)
{
    const Words words = placeWords(text);
    if (words.size() > mostWords) {
        return true;
    }
    const auto isAbroad = [country](const std::string& name) {
        return isTownAbroad(name, country) || countryNamed(name) != 0 ||
               (isSharedTownName(name, country) && isCommuneName(name));
    };
    const auto isOfFrance = [](const std::string& name) {
        return saysPlaceOfFrance(name) && !isWordOfManyTowns(name);
    };
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t abroad = longestRun(words, begin, isAbroad);
        if ((holdsDigit(words[begin]) && !saysAbroad(words[begin], country)) ||
            (abroad == 0 && longestRun(words, begin, isOfFrance) > 0)) {
            return true;
        }
        begin += std::max<std::size_t>(abroad, 1);
    }
    return false;
}

std::string withoutStateBehind(std::string_view name, CountryNumber state)
{
    for (std::size_t space = name.find(' '); space != std::string_view::npos;
         space = name.find(' ', space + 1)) {
        if (state != 0 && countryNamed(name.substr(space + 1)) == state) {
            return std::string(name.substr(0, space));
        }
    }
    return std::string(name);
}

CountryNumber countryBehind(QStringView text)
{
    constexpr std::size_t longestName = 6;
    Words words = placeWords(text);
    while (words.size() > 1) {
        // "HOPITAL ST MAURICE" is not in Mauritius.
        const bool saint = isSaint(words.front());
        words.erase(words.begin());
        if (!saint && words.size() <= longestName) {
            if (const CountryNumber named = countryNamed(joinedPlace(words)); named != 0) {
                return named;
            }
        }
    }
    return 0;
}

} // namespace proconnect::certification
