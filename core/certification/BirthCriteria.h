// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/BirthPlace.h"
#include "core/certification/OfficerRecord.h"
#include "core/certification/Verdict.h"

namespace proconnect::certification {

/// Birth dates: both complete, real and equal; two digits or day and month exchanged, a part unknown, or
/// 1 January of someone born abroad or in Mayotte (often presumed) are doubts; otherwise different dates are
/// different people. `knownToTheDay`: born where dates are not presumed.
[[nodiscard]] Finding compareBirthDates(const CivilDate& mine, const CivilDate& theirs, bool knownToTheDay,
                                        const CivilDate& today);

/// Gender: absent or unspecified says nothing; what nobody can read is a doubt.
[[nodiscard]] Finding compareGenders(RegisteredGender mine, RegisteredGender theirs);

/// Birth places: commune for people born in France, country for the others. "place.unknown" where there is
/// nothing to compare. `birth`: the person's date.
[[nodiscard]] Finding compareBirthPlaces(const BirthPlace& mine, const BirthPlace& theirs,
                                         const CivilDate& birth);

} // namespace proconnect::certification
