// SPDX-License-Identifier: MIT
#include "core/certification/BirthPlace.h"

#include "core/certification/CommuneHistory.h"
#include "core/certification/Masks.h"
#include "core/certification/PlaceText.h"
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
        place.countriesDisagree = abroad && (!formerNumber || bornFrom(firstBirthsOfEssonne, birth));
    } else if (formerNumber) {
        // They numbered Algeria, Morocco and Tunisia; not every code that was used is known.
        place.territoryDoubtful = !abroad || bornFrom(afterIndependence, birth);
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
        place.countriesDisagree =
            countryRelation(place.country, territory.state) == CountryRelation::Different;
    }
}

void readCountryCode(QStringView code, BirthPlace& place)
{
    const CountryNumber number = countryNumber(code);
    if (place.country == 0 || place.inFrance()) {
        place.country = number;
    } else if (countryRelation(place.country, number) == CountryRelation::Different) {
        place.countriesDisagree = true;
    }
}

CountryNumber namedCountry(QStringView text)
{
    return text.isEmpty() ? 0 : countryNamed(foldedPlace(text));
}

bool differ(CountryNumber one, CountryNumber other)
{
    return one != 0 && other != 0 && countryRelation(one, other) == CountryRelation::Different;
}

/// What stands beside the country and names another: its name in words, a country where the postal code
/// belongs.
bool namesAnotherCountry(const OfficerRecord& record, const BirthPlace& place)
{
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
    if (!place.text.isEmpty() && isMaskedTown(place.text, place.name)) {
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
    } else {
        place.text = written;
        readTown(place);
    }
    return place;
}

BirthPlace BirthPlace::of(const OfficerRecord& record)
{
    BirthPlace place;
    const QStringView country = trimmedView(record.birthCountry);
    place.country = countryNumber(country);
    if (place.country == 0) {
        place.country = namedCountry(trimmedView(record.birthCountryText));
        place.countryUnreadable =
            place.country == 0 && (!country.isEmpty() || !record.birthCountryText.isEmpty());
    }
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
        place.codeUnreadable = !written.isEmpty();
        place.withheld = isWithheld(written);
    }
    readTown(place);
    if (place.country == 0 && !place.countryUnreadable && !place.name.empty()) {
        place.country = countryNamed(place.name);
    }
    place.countriesDisagree = place.countriesDisagree || namesAnotherCountry(record, place);
    return place;
}

} // namespace proconnect::certification
