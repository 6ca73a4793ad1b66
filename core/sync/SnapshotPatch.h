// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/SnapshotDelta.h"

#include <optional>

namespace proconnect {

/// The data that the service has now, from the accounts of its base and what changed; nothing when the two do
/// not fit together.
[[nodiscard]] std::optional<CompanySnapshot> patched(const AccountList& before, SnapshotDelta delta);

} // namespace proconnect
