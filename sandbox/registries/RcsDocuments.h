// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/Company.h"

#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

class World;

/// The officers in office as API Entreprise answers them: {data, meta, links}.
[[nodiscard]] nlohmann::json rcsOfficers(const Company& company, const World& world);

} // namespace proconnect::sandbox
