// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/Company.h"

#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

class World;

/// `uniteLegale` as GET /siren answers it, with the restricted birth data of sole traders.
[[nodiscard]] nlohmann::json inseeLegalUnit(const Company& company, const World& world);

/// `etablissement` as GET /siret answers it: the unit's current values are flat, without periods.
[[nodiscard]] nlohmann::json inseeEstablishment(const Company& company, const Site& site, const World& world);

} // namespace proconnect::sandbox
