// SPDX-License-Identifier: MIT
#include "core/certification/SamePerson.h"

#include "core/certification/Certifier.h"

namespace proconnect::certification {
namespace {

constexpr CivilDate anyDay{9999, 12, 31};

FranceConnectIdentity identityOf(const OfficerRecord& entry)
{
    FranceConnectIdentity identity;
    identity.familyName = entry.familyName;
    identity.preferredUsername = entry.usageName;
    identity.givenNames = entry.givenNames;
    identity.givenNamesExact = true;
    if (!entry.birthDate.absent()) {
        identity.birthdate = QString::asprintf("%04d-%02d-%02d", entry.birthDate.year, entry.birthDate.month,
                                               entry.birthDate.day);
    }
    return identity;
}

} // namespace

bool mayBeSamePerson(const OfficerRecord& a, const OfficerRecord& b)
{
    OfficerRecord other;
    other.familyName = b.familyName;
    other.usageName = b.usageName;
    other.givenNames = b.givenNames;
    other.birthDate = b.birthDate;
    return assess(identityOf(a), other, {}, anyDay).certainty != Certainty::None;
}

} // namespace proconnect::certification
