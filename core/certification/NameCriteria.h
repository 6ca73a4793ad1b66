// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/FoldedText.h"
#include "core/certification/OfficerRecord.h"
#include "core/certification/Verdict.h"
#include "core/model/FranceConnectIdentity.h"

namespace proconnect::certification {

/// The names of both sides, folded once. Refers to what it was made of.
struct NamePair
{
    NamePair(const FranceConnectIdentity& fromFranceConnect, const OfficerRecord& fromRegister);

    /// One side's family name is the other's given name, both ways.
    [[nodiscard]] bool swapped() const;

    const FranceConnectIdentity& person;
    const OfficerRecord& record;
    FoldedText myFamily;
    FoldedText theirFamily;
    FoldedText myGiven; ///< where FranceConnect gave only the joined text, its spaces are no certain ends
    FoldedText theirGiven;
};

/// Birth names: equal after folding; a use name, a swap with the given name, a cut, half of a double name, a
/// lost particle or one letter explain a difference; anything else is another family.
[[nodiscard]] Finding compareFamilyNames(const NamePair& names);

/// How far two lists of given names agree.
struct GivenNamesFinding
{
    Finding finding;
    int agreeingNames = 0; ///< whole names equal from the first on, counted only where their ends are certain
    bool onlyNear = false; ///< they agree but for a letter, an initial or a cut
    bool byGenderOnly = false; ///< near as Daniel and Danielle are: perhaps twins
};

/// Given names: equal lists, or one a whole-name prefix of the other; names in common otherwise are a doubt,
/// nothing significant in common is another person.
[[nodiscard]] GivenNamesFinding compareGivenNames(const NamePair& names);

} // namespace proconnect::certification
