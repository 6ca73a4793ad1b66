// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"
#include "core/certification/Verdict.h"
#include "core/model/FranceConnectIdentity.h"

namespace proconnect::certification {

/// Birth names: equal after folding; a use name, a swap with the given name, a cut, half of a double name, a
/// lost particle or one letter explain a difference; anything else is another family.
[[nodiscard]] Finding compareFamilyNames(const FranceConnectIdentity& person, const OfficerRecord& record);

/// How far two lists of given names agree.
struct GivenNamesFinding
{
    Finding finding;
    int agreeingNames = 0; ///< whole names equal from the first on, counted only where their ends are certain
    bool onlyNear = false; ///< they agree but for a letter, an initial or a cut
};

/// Given names: equal lists, or one a whole-name prefix of the other; names in common otherwise are a doubt,
/// nothing significant in common is another person.
[[nodiscard]] GivenNamesFinding compareGivenNames(const FranceConnectIdentity& person,
                                                  const OfficerRecord& record);

} // namespace proconnect::certification
