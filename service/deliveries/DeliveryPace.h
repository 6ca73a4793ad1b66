// SPDX-License-Identifier: MIT
#pragma once

#include "service/portals/CircuitBreaker.h"

#include <QDateTime>

#include <chrono>

namespace proconnect::service {

/// When a delivery is tried again: after the first pause, then twice as long each time up to six hours, for
/// seven days (domain 4.3, restitution).
struct DeliveryPace
{
    std::chrono::milliseconds firstPause{60'000};
    std::chrono::milliseconds longestPause{6LL * 3600 * 1000};
    std::chrono::seconds patience{7LL * 24 * 3600};

    /// Instant of the attempt that follows `attempts` vain ones.
    [[nodiscard]] QDateTime nextAttempt(int attempts, const QDateTime& now) const;
    [[nodiscard]] bool exhausted(const QDateTime& createdAt, const QDateTime& now) const;
    /// For a portal that fails whatever it is told: fifteen first pauses at most, so that everything leaves
    /// soon after it is back.
    [[nodiscard]] CircuitBreaker breaker() const;
};

} // namespace proconnect::service
