// SPDX-License-Identifier: MIT
#include "service/registries/CallBudget.h"

namespace proconnect::service {

CallBudget::CallBudget(const Clock& clock, const RegistryConfig& config)
    : m_clock(clock), m_minute{config.callsPerMinute, std::chrono::seconds(60), {}},
      m_day{config.callsPerDay, std::chrono::seconds(86'400), {}}
{}

bool CallBudget::take()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    if (!hasRoom(m_minute, now) || !hasRoom(m_day, now)) {
        return false;
    }
    for (Window* window : {&m_minute, &m_day}) {
        if (window->most > 0) {
            window->calls.push_back(now);
        }
    }
    return true;
}

bool CallBudget::hasRoom(Window& window, qint64 now)
{
    while (!window.calls.empty() && window.calls.front() <= now - window.length.count()) {
        window.calls.pop_front();
    }
    return window.most <= 0 || window.calls.size() < static_cast<std::size_t>(window.most);
}

} // namespace proconnect::service
