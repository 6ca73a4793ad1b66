// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/BirthPlace.h"
#include "core/certification/OfficerRecord.h"
#include "core/certification/Verdict.h"
#include "core/model/FranceConnectIdentity.h"

namespace proconnect::certification {

/// FranceConnect's date, or its provider's where that one says that parts are unknown.
[[nodiscard]] CivilDate birthDateOf(const FranceConnectIdentity& person);

/// Birth dates: both complete, real and equal; two digits or day and month exchanged, a part unknown, or
/// 1 January of someone born abroad (often presumed) are doubts; otherwise different dates are different
/// people.
[[nodiscard]] Finding compareBirthDates(const CivilDate& mine, const CivilDate& theirs, bool bornInFrance,
                                        const CivilDate& today);

/// Gender: absent or unspecified says nothing.
[[nodiscard]] Finding compareGenders(const FranceConnectIdentity& person, const OfficerRecord& record);

/// Birth places: commune for people born in France, country for the others. An unknown place is a doubt
/// unless two or more whole given names agree (`agreeingNames`). `birth`: the person's date.
[[nodiscard]] Finding compareBirthPlaces(const BirthPlace& mine, const BirthPlace& theirs,
                                         const CivilDate& birth, int agreeingNames);

} // namespace proconnect::certification
