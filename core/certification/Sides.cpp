// SPDX-License-Identifier: MIT
#include "core/certification/Sides.h"

#include "core/certification/Masks.h"
#include "core/certification/Trimmed.h"

#include <algorithm>

namespace proconnect::certification {
namespace {

using namespace std::string_view_literals;

CivilDate birthDateOf(const FranceConnectIdentity& person)
{
    const CivilDate rectified = CivilDate::parse(person.birthdate);
    if (person.rawBirthdate.isEmpty()) {
        return rectified;
    }
    // FranceConnect replaces unknown parts by 01; the provider's own date still says that they are unknown.
    // Where it says something else, neither counts in place of the other.
    const CivilDate raw = CivilDate::parse(person.rawBirthdate);
    const bool saysLess = !raw.absent() && !raw.complete() && raw.mayBe(rectified);
    return saysLess || (rectified.absent() && trimmedView(person.birthdate).isEmpty()) ? raw : rectified;
}

/// The provider's date where it is not the one that counts.
std::optional<CivilDate> otherBirthDateOf(const FranceConnectIdentity& person, const CivilDate& birth)
{
    if (person.rawBirthdate.isEmpty()) {
        return std::nullopt;
    }
    const CivilDate raw = CivilDate::parse(person.rawBirthdate);
    return raw == birth ? std::nullopt : std::optional{raw};
}

bool isWord(QStringView text, std::u16string_view lowerCase)
{
    return text.size() == static_cast<qsizetype>(lowerCase.size()) &&
           std::equal(lowerCase.begin(), lowerCase.end(), text.utf16(),
                      [](char16_t a, char16_t b) { return a == b || a == b + (u'a' - u'A'); });
}

RegisteredGender genderOf(const FranceConnectIdentity& person)
{
    if (isWord(person.gender, u"female"sv)) {
        return RegisteredGender::Female;
    }
    if (isWord(person.gender, u"male"sv)) {
        return RegisteredGender::Male;
    }
    const bool unsaid = person.gender.isEmpty() || isWord(person.gender, u"unspecified"sv);
    return unsaid ? RegisteredGender::Unknown : RegisteredGender::Unreadable;
}

bool holdsBareMask(const FoldedText& names)
{
    for (qsizetype i = 0; i < names.wordCount(); ++i) {
        if (isBareMask(names.word(i))) {
            return true;
        }
    }
    return isBareMask(names.letters()) && names.word(0).size() > 1; // N. D. are initials
}

/// Whether a value that is compared is withheld. Most masks are made of punctuation, of which few names have
/// any.
bool anyMasked(const OfficerSide& side)
{
    const OfficerRecord& officer = side.record;
    return officer.masked || side.place.withheld || isBareMask(side.family.letters()) ||
           (side.family.hasMarks() && isMasked(officer.familyName)) || holdsBareMask(side.given) ||
           (side.given.hasMarks() && std::any_of(officer.givenNames.begin(), officer.givenNames.end(),
                                                 [](const QString& name) { return isMasked(name); }));
}

} // namespace

IdentitySide::IdentitySide(const FranceConnectIdentity& identity)
    : claims(identity), family(identity.familyName), gender(genderOf(identity)), birth(birthDateOf(identity)),
      otherBirth(otherBirthDateOf(identity, birth)), place(BirthPlace::of(identity, birth))
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
