// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/CommuneCodes.h"
#include "core/certification/CountryCodes.h"

namespace proconnect::certification {
namespace {

struct Place
{
    QString country;         ///< COG; empty when unknown
    QString commune;         ///< COG; empty when unknown or abroad
    bool unreadable = false; ///< something is written that is neither
    bool deduced = false;    ///< the country comes from the commune alone
};

Place placeOf(const FranceConnectIdentity& person)
{
    Place place{cogCountry(person.birthcountry), {}, false, false};
    const QString code = person.birthplace.trimmed().toUpper();
    if (place.country.isEmpty() || place.country == franceCog()) {
        place.commune = isCommuneCode(code) ? code : QString();
        if (!place.commune.isEmpty()) {
            place.country = franceCog();
        }
    }
    return place;
}

Place placeOf(const OfficerRecord& record)
{
    Place place{cogCountry(record.birthCountry), {}, false, false};
    place.unreadable = !record.birthCountry.trimmed().isEmpty() && place.country.isEmpty();
    const QString code = record.birthCommune.trimmed().toUpper();
    if (isCountryCode(code)) {
        // The national business register writes the country there for people born abroad.
        if (place.country.isEmpty() || place.country == franceCog()) {
            place.country = cogCountry(code);
        }
    } else if (isCommuneCode(code)) {
        place.commune = code;
        // SIRENE leaves the country empty for people born in France: a commune says it.
        if (place.country.isEmpty() && !place.unreadable) {
            place.country = franceCog();
            place.deduced = true;
        }
    } else {
        place.unreadable = place.unreadable || !code.isEmpty();
    }
    return place;
}

Finding unknownPlace(int agreeingNames)
{
    return agreeingNames >= 2 ? Finding{Weight::Neutral, "place.unknown.names"}
                              : Finding{Weight::Missing, "place.unknown"};
}

Finding compareCommunes(const QString& mine, const QString& theirs)
{
    switch (communeRelation(mine, theirs)) {
    case CommuneRelation::Same:
        return {Weight::Agrees, "place.equal"};
    case CommuneRelation::Compatible:
        return {Weight::Agrees, "place.compatible"};
    case CommuneRelation::Different:
        return {Weight::Contradiction, "place.different"};
    case CommuneRelation::Unknown:
        break;
    }
    // Communes merge, split and change their code: without their history, different codes prove nothing.
    return {Weight::Doubt, "place.codes-differ"};
}

Finding compareCountries(const QString& mine, const QString& theirs)
{
    switch (countryRelation(mine, theirs)) {
    case CountryRelation::Same:
        return {Weight::Agrees, "place.country-equal"};
    case CountryRelation::Successor:
        return {Weight::Doubt, "place.country-successor"};
    case CountryRelation::Different:
        break;
    }
    return {Weight::Contradiction, "place.country-different"};
}

} // namespace

Finding compareBirthPlaces(const FranceConnectIdentity& person, const OfficerRecord& record,
                           int agreeingNames)
{
    const Place mine = placeOf(person);
    const Place theirs = placeOf(record);
    if (mine.country.isEmpty()) {
        return unknownPlace(agreeingNames);
    }
    if (theirs.country.isEmpty()) {
        if (theirs.commune.isEmpty() && !theirs.unreadable) {
            return unknownPlace(agreeingNames);
        }
        return {Weight::Doubt, "place.unreadable"};
    }
    const bool bornInFrance = mine.country == franceCog();
    if (!bornInFrance && theirs.deduced && isFormerTerritoryCode(theirs.commune)) {
        return {Weight::Doubt, "place.former-territory"};
    }
    if (!bornInFrance || theirs.country != franceCog()) {
        return compareCountries(mine.country, theirs.country);
    }
    if (theirs.unreadable) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (mine.commune.isEmpty() || theirs.commune.isEmpty()) {
        return unknownPlace(agreeingNames);
    }
    return compareCommunes(mine.commune, theirs.commune);
}

} // namespace proconnect::certification
