// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/PlaceText.h"
#include "core/certification/TownsAbroad.h"

#include <algorithm>

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
    if (theirs.countryUnreadable || theirs.placeUnreadable) {
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

/// A country stands where the town belongs, and not the one beside it.
bool namesOtherCountry(const BirthPlace& place)
{
    const CountryNumber named = place.name.empty() ? 0 : countryNamed(place.name);
    return named != 0 && countryRelation(place.country, named) == CountryRelation::Different &&
           !isTownAbroad(place.name, place.country);
}

/// A town of France beside a foreign country: one of the two is wrong.
bool namesFrenchTown(const BirthPlace& abroad)
{
    if (!namesTown(abroad)) {
        return false;
    }
    const std::string town = communeNamedIn(abroad.text, abroad.name);
    return !town.empty() && !isTownAbroad(town, abroad.country);
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
    if (namesOtherCountry(mine) || namesOtherCountry(theirs)) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (namesTown(mine) && namesTown(theirs)) {
        // No table knows every town abroad: two names may be one town's, or two towns'.
        return mine.name == theirs.name ? countries : Finding{Weight::Doubt, "place.text-differs"};
    }
    return namesFrenchTown(mine) || namesFrenchTown(theirs) ? Finding{Weight::Doubt, "place.text-differs"}
                                                            : countries;
}

std::string latin(QStringView text)
{
    return text.toLatin1().toStdString();
}

/// A postal code far from the commune: neither one of its own, nor of its département, today or in the past.
bool isPostedElsewhere(const BirthPlace& place, CommuneCode commune, const CivilDate& birth)
{
    constexpr qsizetype postalLength = 5;
    if (place.postalCode.size() != postalLength || CommuneCode::parse(place.postalCode).absent()) {
        return false;
    }
    const std::string postal = latin(place.postalCode);
    const std::string departement = postal.substr(0, 2);
    const auto related = relatedCommunes(commune, birth);
    return std::none_of(related.begin(), related.end(), [&](CommuneCode code) {
        return code.isIn(departement) || isPostalCodeOf(postal, code);
    });
}

Finding compareTexts(PlaceText text, const BirthPlace& mine, const BirthPlace& theirs, const CivilDate& birth)
{
    switch (text) {
    case PlaceText::Names:
        return isPostedElsewhere(theirs, mine.commune, birth) ? Finding{Weight::Doubt, "place.postal-code"}
                                                              : Finding{Weight::Agrees, "place.text"};
    case PlaceText::Other:
        return {Weight::Contradiction, "place.text-different"};
    case PlaceText::Unclear:
        return {Weight::Doubt, "place.text-unclear"};
    case PlaceText::Silent:
        break;
    }
    const bool postalDiffers =
        !theirs.postalCode.isEmpty() && !isPostalCodeOf(latin(theirs.postalCode), mine.commune);
    return postalDiffers ? Finding{Weight::Doubt, "place.postal-code"} : unknownPlace;
}

/// Codes that agree, unless what stands beside them says that one of them is not what it seems.
Finding confirmed(const char* code, PlaceText text, const BirthPlace& theirs, const CivilDate& birth)
{
    const QStringView written = theirs.written;
    if ((theirs.postalCode == written && !isPostalCodeOf(latin(written), theirs.commune)) ||
        isPostedElsewhere(theirs, theirs.commune, birth)) {
        return {Weight::Doubt, "place.postal-code"};
    }
    if (text == PlaceText::Unclear && namesOtherCountry(theirs)) {
        return {Weight::Doubt, "place.unreadable"};
    }
    return text == PlaceText::Other ? Finding{Weight::Doubt, "place.text-differs"}
                                    : Finding{Weight::Agrees, code};
}

Finding compareCommunes(const BirthPlace& mine, const BirthPlace& theirs, PlaceText text,
                        const CivilDate& birth)
{
    const QStringView written = theirs.written;
    if (mine.territoryDoubtful || theirs.territoryDoubtful) {
        return {Weight::Doubt, "place.former-territory"};
    }
    const CommuneRelation relation = communeRelation(mine.commune, theirs.commune, birth);
    if (relation == CommuneRelation::Same) {
        return confirmed("place.equal", text, theirs, birth);
    }
    if (relation == CommuneRelation::Compatible) {
        return confirmed("place.compatible", text, theirs, birth);
    }
    if (mine.commune == theirs.commune) {
        return {Weight::Doubt, "place.unreadable"};
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
        const bool same = mine.name == theirs.name && !communeNamedIn(mine.text, mine.name).empty();
        return same ? Finding{Weight::Agrees, "place.text"} : Finding{Weight::Doubt, "place.text-unclear"};
    }
    const PlaceText text = readPlaceText(mine.text, mine.name, theirs.commune, birth);
    return text == PlaceText::Names ? Finding{Weight::Agrees, "place.text"}
                                    : Finding{Weight::Doubt, "place.text-unclear"};
}

/// What can be read on both sides.
Finding compareReadable(const BirthPlace& mine, const BirthPlace& theirs, const CivilDate& birth)
{
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
    return theirs.commune.absent() ? compareTexts(text, mine, theirs, birth)
                                   : compareCommunes(mine, theirs, text, birth);
}

} // namespace

Finding compareBirthPlaces(const BirthPlace& mine, const BirthPlace& theirs, const CivilDate& birth)
{
    if (theirs.disagrees || mine.disagrees) {
        return {Weight::Doubt, "place.unreadable"};
    }
    const Finding finding = compareReadable(mine, theirs, birth);
    // Somebody meant something by what cannot be read: what agrees, or says nothing, beside it is no proof.
    return finding.weight <= Weight::Missing && (theirs.unreadable() || mine.unreadable())
               ? Finding{Weight::Doubt, "place.unreadable"}
               : finding;
}

} // namespace proconnect::certification
