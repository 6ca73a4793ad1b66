// SPDX-License-Identifier: MIT
#include "service/http/Turns.h"

#include <utility>

namespace proconnect::service {

Turns::Turn Turns::ask(std::function<void()> go)
{
    const std::lock_guard lock(m_mutex);
    if (m_working < m_atOnce) {
        ++m_working;
        return Turn::Now;
    }
    if (m_line.size() >= static_cast<std::size_t>(m_mostWaiting)) {
        return Turn::Never;
    }
    m_line.push_back(std::move(go));
    return Turn::Later;
}

void Turns::end()
{
    std::function<void()> next;
    {
        const std::lock_guard lock(m_mutex);
        if (m_line.empty()) {
            --m_working;
            return;
        }
        next = std::move(m_line.front());
        m_line.pop_front();
    }
    next();
}

void Turns::forget()
{
    std::deque<std::function<void()>> forgotten;
    const std::lock_guard lock(m_mutex);
    m_line.swap(forgotten);
}

int Turns::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_line.size());
}

} // namespace proconnect::service
