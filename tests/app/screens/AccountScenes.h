// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/screens/ScreenScenes.h"

namespace proconnect::tests {

/// `scenes`, those over accounts and those of an account that somebody takes over.
[[nodiscard]] std::vector<ScreenScene> withAccounts(std::vector<ScreenScene> scenes);

} // namespace proconnect::tests
