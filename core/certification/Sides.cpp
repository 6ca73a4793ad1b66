// SPDX-License-Identifier: MIT
#include "core/certification/Sides.h"

#include "core/certification/Masks.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

CivilDate birthDateOf(const FranceConnectIdentity& person)
{
    const CivilDate rectified = CivilDate::parse(person.birthdate);
    if (person.rawBirthdate.isEmpty()) {
        return rectified;
    }
    // FranceConnect replaces unknown parts by 01; the provider's own date still says that they are unknown.
    const CivilDate raw = CivilDate::parse(person.rawBirthdate);
    return rectified.absent() || (!raw.absent() && !raw.complete()) ? raw : rectified;
}

bool contested(const FranceConnectIdentity& person, const CivilDate& birth)
{
    return !person.rawBirthdate.isEmpty() && CivilDate::parse(person.rawBirthdate) != birth;
}

bool isWord(QStringView text, std::u16string_view lowerCase)
{
    return text.size() == static_cast<qsizetype>(lowerCase.size()) &&
           std::equal(lowerCase.begin(), lowerCase.end(), text.utf16(),
                      [](char16_t a, char16_t b) { return a == b || a == b + (u'a' - u'A'); });
}

RegisteredGender genderOf(const FranceConnectIdentity& person)
{
    if (isWord(person.gender, u"female")) {
        return RegisteredGender::Female;
    }
    return isWord(person.gender, u"male") ? RegisteredGender::Male : RegisteredGender::Unknown;
}

/// Whether a value that is compared is withheld. Masks are made of punctuation, of which few names have any.
bool anyMasked(const OfficerSide& side)
{
    const OfficerRecord& officer = side.record;
    return officer.masked || (side.family.hasMarks() && isMasked(officer.familyName)) ||
           (side.place.commune.absent() && isMasked(officer.birthCommune)) ||
           (side.given.hasMarks() && std::any_of(officer.givenNames.begin(), officer.givenNames.end(),
                                                 [](const QString& name) { return isMasked(name); }));
}

} // namespace

IdentitySide::IdentitySide(const FranceConnectIdentity& identity)
    : claims(identity), family(identity.familyName), gender(genderOf(identity)), birth(birthDateOf(identity)),
      birthContested(contested(identity, birth)), place(BirthPlace::of(identity, birth))
{
    const auto end = identity.givenNamesExact ? FoldedText::Boundary::Name : FoldedText::Boundary::Space;
    for (const QString& name : identity.givenNames) {
        given.append(name, end);
    }
}

OfficerSide::OfficerSide(const OfficerRecord& officer)
    : record(officer), family(officer.familyName), place(BirthPlace::of(officer))
{
    for (const QString& name : officer.givenNames) {
        given.append(name, FoldedText::Boundary::Name);
    }
    masked = anyMasked(*this);
}

} // namespace proconnect::certification
