// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CountryCodes.h"

#include <string_view>

namespace proconnect::certification {

/// Whether a folded name of one of France's towns says nothing against a birth in that state. In Belgium,
/// Switzerland, Luxembourg, Canada, Haiti and Mauritius places by the thousand are called like villages of
/// France; nobody means them by the name of one of its large towns.
[[nodiscard]] bool isSharedTownName(std::string_view name, CountryNumber state);

/// Whether a folded word that is a French village's whole name is in the names of towns of many languages:
/// CAMPO, MONTE, ISLAND. Within a longer name it says no village.
[[nodiscard]] bool isWordOfManyTowns(std::string_view word);

} // namespace proconnect::certification
