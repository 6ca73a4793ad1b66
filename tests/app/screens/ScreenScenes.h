// SPDX-License-Identifier: MIT
#pragma once

#include "tests/app/screens/ScreenStage.h"

#include <functional>
#include <vector>

namespace proconnect::tests {

/// A screen in one of its states.
struct ScreenScene
{
    const char* name; ///< the screen's code and the state
    /// Brings the stage there; answers the window or the dialog that shows it.
    std::function<QWidget&(ScreenStage&)> enter;
};

/// Every screen that the application has, each in the states that lay it out differently.
[[nodiscard]] const std::vector<ScreenScene>& screenScenes();

} // namespace proconnect::tests
