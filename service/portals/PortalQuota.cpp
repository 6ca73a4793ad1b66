// SPDX-License-Identifier: MIT
#include "service/portals/PortalQuota.h"

namespace proconnect::service {
namespace {

constexpr qint64 secondsOfAMinute = 60;

} // namespace

Outcome<Done> PortalQuota::take(const PortalConfiguration& portal)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 minute = now / secondsOfAMinute;
    const std::lock_guard lock(m_mutex);
    if (minute != m_minute) {
        m_minute = minute;
        m_calls.clear();
    }
    if (++m_calls[portal.portal.id] > portal.quotaPerMinute) {
        return Failure{FailureCode::TooManyRequests, QStringLiteral("the portal's quota"),
                       QString::number((minute + 1) * secondsOfAMinute - now)};
    }
    return Done{};
}

} // namespace proconnect::service
