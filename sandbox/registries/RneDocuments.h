// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/Company.h"

#include <nlohmann/json.hpp>

namespace proconnect::sandbox {

class World;

/// A company as GET /companies/{siren} answers it to a privileged account: personnePhysique for a sole
/// trader, personneMorale with its officers otherwise.
[[nodiscard]] nlohmann::json rneCompany(const Company& company, const World& world);

} // namespace proconnect::sandbox
