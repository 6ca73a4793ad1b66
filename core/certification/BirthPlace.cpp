// SPDX-License-Identifier: MIT
#include "core/certification/BirthPlace.h"

#include "core/certification/CommuneHistory.h"
#include "core/certification/Masks.h"
#include "core/certification/OverseasFrance.h"
#include "core/certification/PlaceText.h"
#include "core/certification/PlaceWords.h"
#include "core/certification/Trimmed.h"

#include <utility>

namespace proconnect::certification {
namespace {

bool after(const CivilDate& birth, const FormerTerritory& territory)
{
    return !birth.absent() && birth.number() >= territory.until;
}

// Until 1968 no commune of today's France bore them.
bool numberedFormerTerritories(CommuneCode code)
{
    return code.firstTwoDigits() >= 91 && code.firstTwoDigits() <= 96;
}

constexpr int firstBirthsOfEssonne = 19680101;
// The last of the territories that used these numbers became independent in July 1962.
constexpr int afterIndependence = 19630101;

bool bornFrom(int day, const CivilDate& birth)
{
    return birth.absent() || birth.number() >= day;
}

/// A number that the Code officiel géographique gives to no former territory that is known here.
void readOwnCommune(CommuneCode code, bool known, const CivilDate& birth, BirthPlace& place)
{
    const bool abroad = place.country != 0 && !place.inFrance();
    const bool formerNumber = numberedFormerTerritories(code);
    if (known) {
        place.disagrees =
            place.disagrees || (abroad && (!formerNumber || bornFrom(firstBirthsOfEssonne, birth)));
    } else if (formerNumber) {
        // They numbered Algeria, Morocco and Tunisia; not every code that was used is known.
        place.territoryDoubtful = !abroad || bornFrom(afterIndependence, birth);
    } else {
        place.placeUnreadable = abroad; // of a state, it may be a postal code of France
    }
    if (place.country == 0 && !place.countryUnreadable) {
        place.country = franceNumber;
        place.countryAssumed = true;
    }
}

/// A commune says France, a former territory's code says the state that it became.
void readCommune(CommuneCode code, const CivilDate& birth, BirthPlace& place)
{
    place.commune = code;
    const bool known = isKnownCommune(code);
    const FormerTerritory territory = known ? FormerTerritory() : formerTerritory(code);
    if (territory.state == 0) {
        readOwnCommune(code, known, birth, place);
    } else if (place.country == 0 || place.inFrance()) {
        place.country = territory.state;
        place.territoryDoubtful = after(birth, territory);
    } else {
        place.disagrees =
            place.disagrees || countryRelation(place.country, territory.state) == CountryRelation::Different;
    }
}

void readCountryCode(QStringView code, BirthPlace& place)
{
    const CountryNumber number = countryNumber(code);
    if (place.country == 0) {
        place.country = number;
    }
    place.disagrees = place.disagrees || number == 0 ||
                      countryRelation(place.country, number) == CountryRelation::Different;
}

/// A country in words, or its code where the words belong.
CountryNumber namedCountry(QStringView text)
{
    if (text.isEmpty()) {
        return 0;
    }
    const CountryNumber named = countryNamed(foldedPlace(text));
    return named != 0 ? named : countryNumber(text);
}

constexpr qsizetype longestIso = 3;

/// Whether words name a country that no table lists, rather than being a code, a mask or no words at all.
bool isUnlistedName(QStringView text)
{
    return text.size() > longestIso && text.front().isLetter();
}

/// Overseas France is France, and registers say which part of it where the country belongs.
void readOverseasPart(QStringView code, QStringView words, BirthPlace& place)
{
    place.part = overseasPartOf(code);
    if (words.isEmpty()) {
        return;
    }
    const std::string_view coded = overseasPartOf(words);
    const std::string_view said = coded.empty() ? overseasPartNamed(foldedPlace(words)) : coded;
    place.disagrees = !place.part.empty() && !said.empty() && place.part != said;
    place.part = place.part.empty() ? said : place.part;
}

/// FR, FRA, FRANCE, or nothing: nearly always. No part of it begins so.
bool saysFrance(QStringView country)
{
    return country.isEmpty() || country.front() == u'F';
}

/// The country's code, or else its name. Beside a code that is known, a name that is not says nothing.
void readCountry(const OfficerRecord& record, BirthPlace& place)
{
    const QStringView code = trimmedView(record.birthCountry);
    const QStringView words = trimmedView(record.birthCountryText);
    place.country = countryNumber(code);
    place.countryUnreadable = place.country == 0 && !code.isEmpty();
    if (const QStringView commune = trimmedView(record.birthCommune);
        code.isEmpty() && isCountryCode(commune)) {
        place.country = countryNumber(commune); // what it is called beside it may say less
    }
    if (!words.isEmpty()) {
        const CountryNumber named = namedCountry(words);
        const bool unread = named == 0 && (place.country == 0 || !isUnlistedName(words));
        place.countryUnreadable = place.countryUnreadable || unread;
        place.country = place.country == 0 ? named : place.country;
    }
    if (place.inFrance() && !(saysFrance(code) && saysFrance(words))) {
        readOverseasPart(code, words, place);
    }
}

/// What a parser leaves of a value that is no text, or far too long.
bool isUnread(QStringView text)
{
    return text.size() == 1 && text.front() == QChar(QChar::ReplacementCharacter);
}

/// Another code where the town's name belongs: the commune's once more, or its postal code, or a
/// contradiction.
void readCodeForTown(const CivilDate& birth, BirthPlace& place)
{
    if (isCountryCode(place.text)) {
        readCountryCode(place.text, place);
        return;
    }
    const CommuneCode code = CommuneCode::parse(place.text);
    if (code.absent() || code == place.commune) {
        return;
    }
    const bool same = !place.commune.absent() &&
                      (communeRelation(place.commune, code, birth) == CommuneRelation::Compatible ||
                       isPostalCodeOf(place.text.toLatin1().toStdString(), place.commune));
    place.disagrees = place.disagrees || !same;
}

bool differ(CountryNumber one, CountryNumber other)
{
    return one != 0 && other != 0 && countryRelation(one, other) == CountryRelation::Different;
}

/// What stands beside the country and names another: its name in words, a country where the postal code
/// belongs.
bool namesAnotherCountry(const OfficerRecord& record, const BirthPlace& place)
{
    if (record.birthCountryText.isEmpty() && place.postalCode.isEmpty()) {
        return false;
    }
    if (differ(place.country, namedCountry(trimmedView(record.birthCountryText)))) {
        return true;
    }
    const CountryNumber code = isCountryCode(place.postalCode) ? countryNumber(place.postalCode) : 0;
    return isKnownCountry(code) && differ(place.country, code);
}

/// Nearly every town begins with a letter, does not end with a bracket, and is no word for a mask.
bool isMaskedTown(QStringView text, const std::string& name)
{
    const bool marked = !text.front().isLetter() || text.back() == u']';
    const bool word = name.starts_with('N') || name.starts_with('I');
    return (marked && isMasked(text)) ||
           (word && (name == "ND" || name.find("NON DIFFUS") != std::string::npos));
}

/// Folds the town's name; a mask is none.
void readTown(BirthPlace& place)
{
    place.name = foldedPlace(place.text);
    if (isMaskedTown(place.text, place.name)) {
        place.withheld = place.commune.absent();
        place.text = {};
        place.name.clear();
    }
}

} // namespace

BirthPlace BirthPlace::of(const FranceConnectIdentity& person, const CivilDate& birth)
{
    BirthPlace place;
    const QStringView country = trimmedView(person.birthcountry);
    const QStringView written = trimmedView(person.birthplace);
    place.country = countryNumber(country);
    place.countryUnreadable = place.country == 0 && !country.isEmpty();
    if (isCountryCode(written)) {
        readCountryCode(written, place);
    } else if (const CommuneCode code = CommuneCode::parse(written); !code.absent()) {
        readCommune(code, birth, place);
    } else if (!written.isEmpty()) {
        place.placeUnreadable = isUnread(written);
        place.text = written;
        readTown(place);
    }
    return place;
}

BirthPlace BirthPlace::of(const OfficerRecord& record)
{
    BirthPlace place;
    readCountry(record, place);
    place.silentMeansFrance = record.source == RegistrySource::Sirene;
    place.postalCode = trimmedView(record.birthPostalCode);
    place.text = trimmedView(record.birthPlaceText);
    QStringView written = trimmedView(record.birthCommune);
    if (written.isEmpty() && (isCountryCode(place.text) || !CommuneCode::parse(place.text).absent())) {
        std::swap(written, place.text);
    }
    if (isCountryCode(written)) {
        // The national business register writes the country there for people born abroad.
        readCountryCode(written, place);
    } else if (const CommuneCode code = CommuneCode::parse(written); !code.absent()) {
        place.written = written;
        readCommune(code, record.birthDate, place);
    } else if (place.text.isEmpty()) {
        place.text = written;
    } else {
        place.placeUnreadable = !written.isEmpty();
        place.withheld = isWithheld(written);
    }
    place.placeUnreadable = place.placeUnreadable || isUnread(place.text) || isUnread(place.postalCode);
    if (!place.text.isEmpty()) {
        readCodeForTown(record.birthDate, place);
        readTown(place);
    }
    if (place.country == 0 && !place.countryUnreadable && !place.name.empty()) {
        place.country = countryNamed(place.name);
        if (place.country == 0 && !isCommuneName(place.name)) {
            place.country = countryBehind(place.text);
        }
    }
    place.disagrees = place.disagrees || namesAnotherCountry(record, place) ||
                      (!place.part.empty() && !place.commune.absent() &&
                       !communeLiesIn(place.commune, place.part, record.birthDate));
    return place;
}

} // namespace proconnect::certification
