// SPDX-License-Identifier: MIT
#pragma once

#include "service/outgoing/ServerPause.h"

#include <QString>

#include <map>
#include <mutex>

namespace proconnect::service {

/// A ServerPause for each of many servers, by name. From any thread.
class ServerPauses
{
public:
    explicit ServerPauses(const Clock& clock) : m_clock(clock) {}

    [[nodiscard]] ServerPause& of(const QString& server)
    {
        const std::scoped_lock lock(m_mutex);
        return m_pauses.try_emplace(server, m_clock).first->second;
    }

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<QString, ServerPause> m_pauses;
};

} // namespace proconnect::service
