// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/PlaceText.h"

namespace proconnect::certification {
namespace {

constexpr Finding unknownPlace{Weight::Missing, "place.unknown"};

Finding compareCountries(CountryNumber mine, CountryNumber theirs)
{
    if (!isKnownCountry(mine) || !isKnownCountry(theirs)) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (mine == theirs) {
        return {Weight::Agrees, "place.country-equal"};
    }
    return countryRelation(mine, theirs) == CountryRelation::Successor
               ? Finding{Weight::Doubt, "place.country-successor"}
               : Finding{Weight::Contradiction, "place.country-different"};
}

/// Someone born abroad, against a register that names no country.
Finding againstNoCountry(const BirthPlace& theirs)
{
    if (theirs.countryUnreadable || theirs.codeUnreadable) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (theirs.silentMeansFrance) {
        return {Weight::Doubt, "place.country-missing"};
    }
    if (!theirs.text.isEmpty() && isCommuneName(theirs.name)) {
        return {Weight::Doubt, "place.text-unclear"};
    }
    return unknownPlace;
}

/// A town's name, rather than the country's once more.
bool namesTown(const BirthPlace& place)
{
    return !place.name.empty() && countryNamed(place.name) == 0;
}

Finding compareAbroad(const BirthPlace& mine, const BirthPlace& theirs)
{
    if (theirs.country == 0) {
        return againstNoCountry(theirs);
    }
    if (theirs.countryAssumed && !mine.territoryDoubtful && !mine.commune.absent() &&
        mine.commune == theirs.commune) {
        return {Weight::Agrees, "place.equal"};
    }
    if (theirs.territoryDoubtful || mine.territoryDoubtful) {
        return {Weight::Doubt, "place.former-territory"};
    }
    const Finding countries = compareCountries(mine.country, theirs.country);
    if (countries.weight != Weight::Agrees) {
        return countries;
    }
    // No table knows towns abroad: two names may be one town's, or two towns'.
    return namesTown(mine) && namesTown(theirs) && mine.name != theirs.name
               ? Finding{Weight::Doubt, "place.text-differs"}
               : countries;
}

std::string latin(QStringView text)
{
    return text.toLatin1().toStdString();
}

Finding compareTexts(PlaceText text, const BirthPlace& mine, const BirthPlace& theirs)
{
    switch (text) {
    case PlaceText::Names:
        return {Weight::Agrees, "place.text"};
    case PlaceText::Other:
        return {Weight::Contradiction, "place.text-different"};
    case PlaceText::Unclear:
        return {Weight::Doubt, "place.text-unclear"};
    case PlaceText::Silent:
        break;
    }
    if (theirs.codeUnreadable) {
        return {Weight::Doubt, "place.unreadable"};
    }
    const bool postalDiffers =
        !theirs.postalCode.isEmpty() && !isPostalCodeOf(latin(theirs.postalCode), mine.commune);
    return postalDiffers ? Finding{Weight::Doubt, "place.postal-code"} : unknownPlace;
}

/// Codes that agree, unless what stands beside them says that one of them is not what it seems.
Finding confirmed(const char* code, PlaceText text, const BirthPlace& theirs, QStringView written)
{
    if (theirs.postalCode == written && !isPostalCodeOf(latin(written), theirs.commune)) {
        return {Weight::Doubt, "place.postal-code"};
    }
    return text == PlaceText::Other ? Finding{Weight::Doubt, "place.text-differs"}
                                    : Finding{Weight::Agrees, code};
}

Finding compareCommunes(const BirthPlace& mine, const BirthPlace& theirs, PlaceText text,
                        const CivilDate& birth, QStringView written)
{
    if (mine.territoryDoubtful || theirs.territoryDoubtful) {
        return {Weight::Doubt, "place.former-territory"};
    }
    const CommuneRelation relation = communeRelation(mine.commune, theirs.commune, birth);
    if (relation == CommuneRelation::Same) {
        return confirmed("place.equal", text, theirs, written);
    }
    if (relation == CommuneRelation::Compatible) {
        return confirmed("place.compatible", text, theirs, written);
    }
    if (text != PlaceText::Other && isPostalCodeOf(latin(written), mine.commune)) {
        return text == PlaceText::Names ? Finding{Weight::Agrees, "place.text"}
                                        : Finding{Weight::Doubt, "place.postal-code"};
    }
    return relation == CommuneRelation::Unknown || text == PlaceText::Names
               ? Finding{Weight::Doubt, "place.codes-differ"}
               : Finding{Weight::Contradiction, "place.different"};
}

/// FranceConnect+ may pass a town's name instead of a code.
Finding againstName(const BirthPlace& mine, const BirthPlace& theirs, const CivilDate& birth)
{
    if (mine.text.isEmpty() || theirs.silent()) {
        return unknownPlace;
    }
    if (theirs.commune.absent()) {
        return !theirs.text.isEmpty() && mine.name == theirs.name
                   ? Finding{Weight::Agrees, "place.text"}
                   : Finding{Weight::Doubt, "place.text-unclear"};
    }
    const PlaceText text = readPlaceText(mine.text, mine.name, theirs.commune, birth);
    return text == PlaceText::Names ? Finding{Weight::Agrees, "place.text"}
                                    : Finding{Weight::Doubt, "place.text-unclear"};
}

} // namespace

Finding compareBirthPlaces(const BirthPlace& mine, const BirthPlace& theirs, const CivilDate& birth)
{
    if (theirs.countriesDisagree || mine.countriesDisagree) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (mine.country == 0) {
        return mine.silent() ? unknownPlace : Finding{Weight::Doubt, "place.unreadable"};
    }
    if (!mine.inFrance()) {
        return compareAbroad(mine, theirs);
    }
    if (theirs.country != 0 && !theirs.inFrance()) {
        return compareCountries(mine.country, theirs.country);
    }
    if (theirs.countryUnreadable) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (mine.commune.absent()) {
        return againstName(mine, theirs, birth);
    }
    const PlaceText text = readPlaceText(theirs.text, theirs.name, mine.commune, birth);
    return theirs.commune.absent() ? compareTexts(text, mine, theirs)
                                   : compareCommunes(mine, theirs, text, birth, theirs.written);
}

} // namespace proconnect::certification
