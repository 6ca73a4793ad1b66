// SPDX-License-Identifier: MIT
#include "core/certification/BirthCriteria.h"
#include "core/certification/CitiesInParts.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/KnownTowns.h"
#include "core/certification/PlaceText.h"
#include "core/certification/PlaceWords.h"
#include "core/certification/SharedTownNames.h"
#include "core/certification/TownsAbroad.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

constexpr QLatin1String noPostalCode("00000");
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

/// A town's name, rather than the country's once more.
bool namesTown(const BirthPlace& place)
{
    return !place.name.empty() && countryNamed(place.name) == 0;
}

/// A country stands where the town belongs, or among its words, and not the one beside it.
bool namesOtherCountry(const BirthPlace& place)
{
    return !place.name.empty() && !isTownAbroad(place.name, place.country) &&
           namesAnotherCountry(place.text, place.country);
}

/// A town of France beside a foreign country: one of the two is wrong.
bool namesFrenchTown(const BirthPlace& abroad)
{
    if (!namesTown(abroad)) {
        return false;
    }
    const std::string town = communeNamedIn(abroad.text, abroad.name);
    return (!town.empty() && !isTownAbroad(town, abroad.country) &&
            !isSharedTownName(town, abroad.country)) ||
           namesPlaceOfFrance(abroad.text, abroad.country);
}

/// A large town that is known to lie in another state.
bool liesElsewhere(const BirthPlace& place, CountryNumber country)
{
    return !place.name.empty() && namesTownElsewhere(place.text, place.name, country);
}

/// Letters that are not Latin fold to one sign for all: towns written in them are one only where they are
/// written alike.
bool isSameTown(const BirthPlace& mine, const BirthPlace& theirs)
{
    if (mine.name != theirs.name) {
        const std::string town = withoutStateBehind(mine.name, mine.country);
        return town == withoutStateBehind(theirs.name, theirs.country) &&
               town.find(foldedStrangeLetter) == std::string::npos;
    }
    return mine.name.find(foldedStrangeLetter) == std::string::npos ||
           mine.text.compare(theirs.text, Qt::CaseInsensitive) == 0;
}

/// No town, the same one, or, where one side names none, a known one of that state: a town that nobody knows
/// may lie in any.
bool mayBeTownOf(const BirthPlace& mine, const BirthPlace& theirs)
{
    if (!namesTown(theirs)) {
        return true;
    }
    return namesTown(mine)
               ? isSameTown(mine, theirs)
               : stateOfTown(theirs.name) == mine.country || isTownAbroad(theirs.name, mine.country);
}

/// Someone born abroad, against a register that names no country.
Finding againstNoCountry(const BirthPlace& mine, const BirthPlace& theirs)
{
    if (theirs.countryUnreadable || theirs.placeUnreadable) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (theirs.silentMeansFrance) {
        return {Weight::Doubt, "place.country-missing"};
    }
    const bool posted = !theirs.postalCode.isEmpty() && theirs.postalCode != noPostalCode;
    if (posted || namesFrenchTown(theirs) || namesOtherCountry(theirs) ||
        liesElsewhere(theirs, mine.country) || !mayBeTownOf(mine, theirs)) {
        return {Weight::Doubt, "place.text-unclear"};
    }
    return unknownPlace;
}

Finding compareAbroad(const BirthPlace& mine, const BirthPlace& theirs)
{
    if (theirs.country == 0) {
        return againstNoCountry(mine, theirs);
    }
    if (theirs.countryAssumed && !mine.territoryDoubtful && !mine.commune.absent() &&
        mine.commune == theirs.commune) {
        // A number that Algeria bore and a commune of France bears: where no country stands beside it,
        // either.
        return isKnownCommune(mine.commune) ? Finding{Weight::Doubt, "place.former-territory"}
                                            : Finding{Weight::Agrees, "place.equal"};
    }
    if (theirs.territoryDoubtful || mine.territoryDoubtful) {
        return {Weight::Doubt, "place.former-territory"};
    }
    const Finding countries = compareCountries(mine.country, theirs.country);
    if (countries.weight != Weight::Agrees) {
        return countries;
    }
    if (!mine.commune.absent() && !theirs.commune.absent() && mine.commune != theirs.commune) {
        return {Weight::Doubt, "place.codes-differ"}; // two towns of one former territory
    }
    const bool posted = !theirs.postalCode.isEmpty() && !CommuneCode::parse(theirs.postalCode).absent();
    if (posted || namesOtherCountry(mine) || namesOtherCountry(theirs)) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (liesElsewhere(mine, mine.country) || liesElsewhere(theirs, theirs.country)) {
        return {Weight::Doubt, "place.text-differs"};
    }
    if (namesTown(mine) && namesTown(theirs)) {
        // No table knows every town abroad: two names may be one town's, or two towns'.
        return isSameTown(mine, theirs) ? countries : Finding{Weight::Doubt, "place.text-differs"};
    }
    return namesFrenchTown(mine) || namesFrenchTown(theirs) ? Finding{Weight::Doubt, "place.text-differs"}
                                                            : countries;
}

std::string latin(QStringView text)
{
    return text.toLatin1().toStdString();
}

/// A postal code of Paris, Lyon or Marseille, and of another arrondissement. Saint-Rémy-de-Provence's is the
/// code of one.
bool isOtherArrondissement(QStringView postalCode, CommuneCode commune, const CivilDate& birth)
{
    const std::string postal = latin(postalCode);
    const CommuneCode posted = arrondissementPosted(postal);
    if (posted.absent() || isPostalCodeOf(postal, commune)) {
        return false;
    }
    const CommuneRelation relation = communeRelation(commune, posted, birth);
    return relation != CommuneRelation::Same && relation != CommuneRelation::Compatible;
}

/// Whether another commune of the same departement bears the town's name: then its postal code tells which.
bool hasNamesakeIn(std::string_view departement, const BirthPlace& place,
                   const std::vector<CommuneCode>& related)
{
    const std::string town = communeNamedIn(place.text, place.name);
    if (town.empty()) {
        return false;
    }
    constexpr std::size_t digits = 5;
    const std::size_t open = digits - departement.size();
    for (int number = 0; number < (open == 3 ? 1000 : 100); ++number) {
        std::string code = std::to_string(number);
        code.insert(0, open - code.size(), '0').insert(0, departement);
        const CommuneCode other = CommuneCode::parse(std::string_view(code));
        if (communeIsNamed(other, town) &&
            std::find(related.begin(), related.end(), other) == related.end()) {
            return true;
        }
    }
    return false;
}

/// A postal code that is none, or far from the commune: neither one of its own, nor of its département, today
/// or in the past.
bool isPostedElsewhere(const BirthPlace& place, CommuneCode commune, const CivilDate& birth)
{
    if (place.postalCode.isEmpty() || place.postalCode == noPostalCode ||
        countryNumber(place.postalCode) == franceNumber) {
        return false;
    }
    if (CommuneCode::parse(place.postalCode).absent() ||
        isOtherArrondissement(place.postalCode, commune, birth)) {
        return true;
    }
    const std::string postal = latin(place.postalCode);
    // Overseas, three digits name a departement, as in a commune's code.
    const bool overseas = postal.starts_with("97") || postal.starts_with("98");
    const std::string departement = postal.substr(0, overseas ? 3 : 2);
    const auto related = relatedCommunes(commune, birth);
    const auto any = [&related](const auto& isSo) {
        return std::any_of(related.begin(), related.end(), isSo);
    };
    if (any([&postal](CommuneCode code) { return isPostalCodeOf(postal, code); })) {
        return false;
    }
    return !any([&departement](CommuneCode code) { return code.isIn(departement); }) ||
           (place.commune.absent() && hasNamesakeIn(departement, place, related));
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

/// A commune's number that is also its postal code, and that of other communes, which somebody may have typed
/// in its place. SIRENE types none.
bool mayBePostalCode(const BirthPlace& place)
{
    if (place.silentMeansFrance) {
        return false;
    }
    std::string written; // five characters, which cost no allocation
    for (const QChar c : place.written) {
        written += c.toLatin1();
    }
    if (!isPostalCodeOf(written, place.commune)) {
        return false;
    }
    for (unsigned number = 0; number < CommuneCode::neighbours; ++number) {
        const CommuneCode other = place.commune.neighbour(number);
        if (other != place.commune && isPostalCodeOf(written, other)) {
            return true;
        }
    }
    return false;
}

/// Codes that agree, unless what stands beside them says that one of them is not what it seems.
Finding confirmed(const char* code, PlaceText text, CommuneCode commune, const BirthPlace& theirs,
                  const CivilDate& birth)
{
    if (theirs.unreadable()) {
        return {Weight::Agrees, code}; // compareBirthPlaces() says so
    }
    const QStringView written = theirs.written;
    const bool coded = text == PlaceText::Unclear && !CommuneCode::parse(theirs.text).absent();
    if ((theirs.postalCode == written && !isPostalCodeOf(latin(written), theirs.commune)) ||
        isPostedElsewhere(theirs, commune, birth) ||
        (coded && isOtherArrondissement(theirs.text, commune, birth)) ||
        (text != PlaceText::Names && mayBePostalCode(theirs))) {
        return {Weight::Doubt, "place.postal-code"};
    }
    if (text == PlaceText::Unclear && namesOtherCountry(theirs)) {
        return {Weight::Doubt, "place.unreadable"};
    }
    if (text == PlaceText::Unclear && !coded && !mentionsOnly(theirs.text, commune, birth)) {
        return {Weight::Doubt, "place.text-unclear"};
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
        return confirmed("place.equal", text, mine.commune, theirs, birth);
    }
    if (relation == CommuneRelation::Compatible) {
        return confirmed("place.compatible", text, mine.commune, theirs, birth);
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
    if (!theirs.part.empty() && theirs.commune.absent()) {
        return {Weight::Doubt, "place.text-unclear"}; // whether the town lies there, nothing says
    }
    if (mine.text.isEmpty() || theirs.silent()) {
        return unknownPlace;
    }
    if (theirs.commune.absent()) {
        // Where nothing but the name says which of its namesakes it is, a postal code cannot be checked.
        const bool same = mine.name == theirs.name && theirs.postalCode.isEmpty() &&
                          !communeNamedIn(mine.text, mine.name).empty();
        return same ? Finding{Weight::Agrees, "place.text"} : Finding{Weight::Doubt, "place.text-unclear"};
    }
    if (readPlaceText(mine.text, mine.name, theirs.commune, birth) != PlaceText::Names) {
        return {Weight::Doubt, "place.text-unclear"};
    }
    const PlaceText beside = readPlaceText(theirs.text, theirs.name, theirs.commune, birth);
    return confirmed("place.text", beside, theirs.commune, theirs, birth);
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
    if (!theirs.part.empty() && !mine.commune.absent() && !communeLiesIn(mine.commune, theirs.part, birth)) {
        return {Weight::Contradiction, "place.country-different"};
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
