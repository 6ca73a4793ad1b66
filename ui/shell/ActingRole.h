// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"

namespace proconnect::ui {

struct PageEntry;

/// True when the person acts for the selected company as a delegate. False while nothing is known of it, and
/// once a mandate ended.
[[nodiscard]] bool actsAsDelegate(const Services& services);

/// Whether there is anything on the page for the person, in the selected company.
[[nodiscard]] bool offered(const PageEntry& entry, const Services& services);

} // namespace proconnect::ui
