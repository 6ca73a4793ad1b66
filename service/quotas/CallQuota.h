// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QString>

#include <chrono>

namespace proconnect::service {

class Database;

/// Where a caller stands within the window of its quota.
struct QuotaUse
{
    int limit = 0;
    int left = 0;
    qint64 windowSeconds = 0;
    qint64 secondsLeft = 0; ///< until the next window
};

/// Counts the calls of each caller window by window, in the database: instances count together.
/// From any thread.
class CallQuota
{
public:
    /// `purpose` keeps the counts of one quota apart from another's.
    CallQuota(Database& database, const Clock& clock, QString purpose, std::chrono::seconds window)
        : m_database(database), m_clock(clock), m_purpose(std::move(purpose)), m_window(window)
    {}

    /// Counts a call of `caller`. TooManyRequests beyond `limit`; the argument is the seconds until the next
    /// window.
    [[nodiscard]] Outcome<QuotaUse> take(const QString& caller, int limit);

private:
    void forgetOld(qint64 now);

    Database& m_database;
    const Clock& m_clock;
    QString m_purpose;
    std::chrono::seconds m_window;
};

} // namespace proconnect::service
