// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/CountryCodes.h"

#include <string_view>

namespace proconnect::certification {

/// Whether a folded name that a French commune bears too is a well-known town's of that state: Vienne in
/// Austria, Saint-Louis in Senegal. Written by hand; towns that no commune of France is called after are not
/// in it.
[[nodiscard]] bool isTownAbroad(std::string_view name, CountryNumber state);

} // namespace proconnect::certification
