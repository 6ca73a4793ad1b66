// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace proconnect::service {

/// Counts, hour by hour, how often each person has this instance consult the registers: one person must not
/// spend what the registers grant to all (docs/registries.md). From any thread.
class CheckQuota
{
public:
    static constexpr int callsAnHour = 30;

    explicit CheckQuota(const Clock& clock) : m_clock(clock) {}

    /// Counts a call of `subject`. TooManyRequests beyond `callsAnHour`; the argument is the seconds until
    /// the next hour.
    [[nodiscard]] Outcome<Done> take(const QString& subject);

private:
    const Clock& m_clock;
    std::mutex m_mutex;
    qint64 m_hour = 0;
    QHash<QString, int> m_calls; ///< of this hour, by subject
};

} // namespace proconnect::service
