// SPDX-License-Identifier: MIT
#pragma once

#include "service/departures/StoredDeparture.h"

#include <optional>

namespace proconnect::service {

/// Whether nothing is left to be done.
[[nodiscard]] bool isSettled(DepartureStepState state);
/// Of the account whose step stands so.
[[nodiscard]] AccountState accountStateOf(DepartureStepState state);
/// Where a step stands once its account is so; nothing: where it stood.
[[nodiscard]] std::optional<DepartureStepState> stateAfter(const StoredStep& stored, AccountState account);

} // namespace proconnect::service
