// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/screens/ScreenScenes.h"

namespace proconnect::tests {

/// `scenes` and those of a departure, from.
[[nodiscard]] std::vector<ScreenScene> withDepartures(std::vector<ScreenScene> scenes);

} // namespace proconnect::tests
