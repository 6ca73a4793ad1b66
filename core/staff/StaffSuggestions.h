// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Leavers.h"
#include "core/staff/StaffFile.h"

namespace proconnect {

/// Somebody with open accounts who, by the company's list of staff, may have left.
struct StaffSuggestion
{
    enum class Why {
        Left,     ///< their last day is over
        Leaving,  ///< their last day is still to come
        NotListed ///< by no address of theirs, nor by name
    };

    qsizetype leaver = 0; ///< among those that were compared
    Why why = Why::Left;
    std::optional<QDate> lastDay;
    bool byName = false; ///< told by the name alone: somebody else may bear it

    friend bool operator==(const StaffSuggestion&, const StaffSuggestion&) = default;
};

/// Compares people with the list: by address, then by name. Somebody whom the list has twice is present when
/// one line says so, whose last day is the latest; so is somebody whose accounts bear several of its names or
/// addresses. Nobody is missing from a list of people who have all left, or that has only names of somebody
/// without one, or only addresses. Firms and those who act under a mandate are on nobody's
/// list of staff, and left out. Pure; decides nothing. `today` is in Paris.
[[nodiscard]] QList<StaffSuggestion> staffSuggestions(const QList<Leaver>& people,
                                                      const CompanySnapshot& company,
                                                      const QList<StaffMember>& staff, QDate today);

} // namespace proconnect
