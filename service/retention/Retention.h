// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QString>

namespace proconnect::service {

class Database;
class JobRunner;
class Log;

/// Deletes what was kept long enough (domain 4.5; docs/operations.md names every rule): once a day, by the
/// injected clock, each rule in transactions of its own. Decisions, receipts and evidence are never touched.
class Retention
{
public:
    /// Registers its job with `jobs`.
    Retention(Database& database, const Clock& clock, const Log& log, JobRunner& jobs);

private:
    struct Rule
    {
        QString table;
        QString key;  ///< column that tells one row from the others
        QString when; ///< condition with one question mark, for the oldest instant that is kept
        int months;
    };

    void forget();
    [[nodiscard]] Outcome<int> apply(const Rule& rule);

    Database& m_database;
    const Clock& m_clock;
    const Log& m_log;
};

} // namespace proconnect::service
