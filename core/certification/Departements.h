// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace proconnect::certification {

/// Codes of the departements that bear or bore a folded name: "SARTHE" gives 72, "SEINE" 75, "CORSE" 20, 2A
/// and 2B. Empty when none does.
[[nodiscard]] std::vector<std::string> departementsNamed(std::string_view name);

} // namespace proconnect::certification
