// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"

namespace proconnect {

/// Whether the signed-in person acts for a company's directors without being one: only who leads it, or led
/// it, has a function.
[[nodiscard]] inline bool isDelegated(const Company& company)
{
    return company.function.isEmpty() && !company.mandateEnded;
}

} // namespace proconnect
