// SPDX-License-Identifier: MIT
#include "service/companies/CheckQuota.h"

namespace proconnect::service {
namespace {

constexpr qint64 secondsOfAnHour = 3600;

} // namespace

Outcome<Done> CheckQuota::take(const QString& subject)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 hour = now / secondsOfAnHour;
    const std::scoped_lock lock(m_mutex);
    if (hour != m_hour) {
        m_hour = hour;
        m_calls.clear();
    }
    int& calls = m_calls[subject];
    if (calls >= callsAnHour) {
        return Failure{FailureCode::TooManyRequests, QStringLiteral("checks of this person within the hour"),
                       QString::number((hour + 1) * secondsOfAnHour - now)};
    }
    ++calls;
    return Done{};
}

} // namespace proconnect::service
