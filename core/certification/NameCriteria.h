// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/Sides.h"
#include "core/certification/Verdict.h"

namespace proconnect::certification {

/// The names of both sides.
struct NamePair
{
    const IdentitySide& mine;
    const OfficerSide& theirs;

    /// One side's family name is the other's given name, both ways.
    [[nodiscard]] bool swapped() const;
};

/// Birth names: equal after folding; a use name, a swap with the given name, a cut, half of a double name, a
/// lost particle or one letter explain a difference; anything else is another family.
[[nodiscard]] Finding compareFamilyNames(const NamePair& names);

/// How far two lists of given names agree.
struct GivenNamesFinding
{
    Finding finding;
    std::size_t shared = 0;       ///< letters of the whole names that both lists begin with
    bool registerHasMore = false; ///< names that FranceConnect does not know
    bool onlyNear = false;        ///< they agree but for a letter, an initial or a cut
    bool byGenderOnly = false;    ///< near as Daniel and Danielle are: perhaps twins
};

/// Given names: equal lists, or one a whole-name prefix of the other; names in common otherwise are a doubt,
/// nothing significant in common is another person.
[[nodiscard]] GivenNamesFinding compareGivenNames(const NamePair& names);

/// Whole names in the first `shared` letters, counted only where their ends are certain: "Jean Pierre" may be
/// one, and "Hans Peter" is one where FranceConnect's list says so.
[[nodiscard]] int agreeingNames(const NamePair& names, std::size_t shared);

} // namespace proconnect::certification
