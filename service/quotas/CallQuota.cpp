// SPDX-License-Identifier: MIT
#include "service/quotas/CallQuota.h"

#include "service/storage/Database.h"

#include <algorithm>

namespace proconnect::service {
namespace {

struct Count
{
    qint64 windowStart = 0;
    int calls = 0;
};

} // namespace

Outcome<QuotaUse> CallQuota::take(const QString& caller, int limit)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    const qint64 window = m_window.count();
    // Two instances whose clocks differ a little count in the later of the two windows. One that is further
    // ahead than a window is wrong: what it counted must not keep others out until its time comes.
    const auto counted = m_database.claim<Count>([&](QSqlDatabase& connection) -> Outcome<Count> {
        auto query = runQuery(
            connection,
            QStringLiteral("INSERT INTO call_count (purpose, caller, window_start, calls) "
                           "VALUES (?, ?, ?, 1) ON CONFLICT (purpose, caller) DO UPDATE SET "
                           "calls = CASE WHEN call_count.window_start BETWEEN excluded.window_start AND "
                           "excluded.window_start + ? THEN call_count.calls + 1 ELSE 1 END, "
                           "window_start = CASE WHEN call_count.window_start BETWEEN excluded.window_start "
                           "AND excluded.window_start + ? THEN call_count.window_start "
                           "ELSE excluded.window_start END RETURNING window_start, calls"),
            {m_purpose, caller, now - now % window, window, window});
        if (!query) {
            return query.failure();
        }
        if (!query.value().next()) {
            return Failure{FailureCode::Internal, QStringLiteral("a call was not counted"), {}};
        }
        return Count{query.value().value(0).toLongLong(), query.value().value(1).toInt()};
    });
    if (!counted) {
        return counted.failure();
    }
    const Count& count = counted.value();
    if (count.calls == 1) {
        forgetOld(now);
    }
    const qint64 secondsLeft = std::max<qint64>(1, count.windowStart + window - now);
    if (count.calls > limit) {
        return Failure{FailureCode::TooManyRequests, QStringLiteral("quota of ") + m_purpose,
                       QString::number(secondsLeft)};
    }
    return QuotaUse{limit, limit - count.calls, window, secondsLeft};
}

void CallQuota::forgetOld(qint64 now)
{
    // What fails here is forgotten at the next window: nobody waits for it.
    (void)m_database.claim<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto deleted = runQuery(
            connection, QStringLiteral("DELETE FROM call_count WHERE purpose = ? AND window_start < ?"),
            {m_purpose, now - 2 * m_window.count()});
        return deleted ? Outcome<Done>(Done{}) : Outcome<Done>(deleted.failure());
    });
}

} // namespace proconnect::service
