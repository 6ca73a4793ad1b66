// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

#include <chrono>

namespace proconnect {

/// Whether the network layer may repeat an idempotent call by itself after `code`. A narrower question than
/// FailureInfo::retriable, which tells the reader that trying again makes sense.
[[nodiscard]] bool repeatsByItself(FailureCode code);

/// Pause before attempt `attempt` (1 is the first repetition): doubles from `first` up to one minute.
[[nodiscard]] std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds first);

} // namespace proconnect
