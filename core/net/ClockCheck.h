// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"

#include <QDateTime>

#include <optional>

namespace proconnect {

/// ClockWrong, with the time that this computer shows.
[[nodiscard]] Failure clockWrong(const QDateTime& ours);

/// clockWrong() when this computer's clock is further from the service's than the service accepts in a proof;
/// nothing when they agree, or when `theirs` is not known.
[[nodiscard]] std::optional<Failure> clockFailure(const QDateTime& theirs, const QDateTime& ours);

} // namespace proconnect
