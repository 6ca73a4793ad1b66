// SPDX-License-Identifier: MIT
#pragma once

namespace proconnect::ui {

/// Why nothing is shown. What the workstation locked, it unlocks; the others take a sign-in.
enum class LockReason { Workstation, Idle, Asked };

} // namespace proconnect::ui
