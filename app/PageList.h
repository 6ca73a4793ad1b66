// SPDX-License-Identifier: MIT
#pragma once

#include "ui/PageEntry.h"

#include <vector>

namespace proconnect::app {

/// The pages of the window, in the order of its menu.
[[nodiscard]] std::vector<ui::PageEntry> pageList();

} // namespace proconnect::app
