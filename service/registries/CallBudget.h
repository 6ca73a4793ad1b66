// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/config/ServiceConfig.h"

#include <chrono>
#include <deque>
#include <mutex>

namespace proconnect::service {

/// Keeps the calls to a register under its quotas, so that none is ever refused for having called too much.
/// Counts the calls of this instance: several instances share a register's quota by configuration. From any
/// thread.
class CallBudget
{
public:
    CallBudget(const Clock& clock, const RegistryConfig& config);

    /// Takes one call from the budget; false, and nothing taken, when it is spent for now.
    [[nodiscard]] bool take();

private:
    struct Window
    {
        int most = 0; ///< 0: unbounded
        std::chrono::seconds length{0};
        std::deque<qint64> calls; ///< instants, in seconds, of the calls that still count
    };

    [[nodiscard]] static bool hasRoom(Window& window, qint64 now);

    const Clock& m_clock;
    std::mutex m_mutex;
    Window m_minute;
    Window m_day;
};

} // namespace proconnect::service
