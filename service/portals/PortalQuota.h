// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/portals/PortalConfiguration.h"

#include <mutex>

namespace proconnect::service {

/// Counts the calls of each portal to this instance, minute by minute. From any thread.
class PortalQuota
{
public:
    explicit PortalQuota(const Clock& clock) : m_clock(clock) {}

    /// Counts a call. TooManyRequests beyond the portal's quota; the argument is the seconds until the next
    /// minute.
    [[nodiscard]] Outcome<Done> take(const PortalConfiguration& portal);

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    qint64 m_minute = 0;
    QHash<QString, int> m_calls; ///< of this minute, by portal
};

} // namespace proconnect::service
