// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CountryCodes.h"

#include <string_view>

namespace proconnect::certification {

/// The state of a large town abroad, by its folded name, where no other state has a town of that name that
/// people are born in; 0 for any other name. Written by hand, from where most of those come who live in
/// France and were born abroad: it tells a contradiction, and never an agreement.
[[nodiscard]] CountryNumber stateOfTown(std::string_view name);

} // namespace proconnect::certification
