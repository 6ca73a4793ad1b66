// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QString>

namespace proconnect::service {

class Database;
class JobRunner;
class Log;
class ServiceKeys;

/// Deletes what was kept long enough (domain 4.5; docs/operations.md names every rule): once a day, by the
/// injected clock, each rule in transactions of its own. Of evidence, what it says is erased (OldEvidence);
/// that it was there, and in which order, is never touched.
class Retention
{
public:
    /// Registers its job with `jobs`.
    Retention(Database& database, const ServiceKeys& keys, const Clock& clock, const Log& log,
              JobRunner& jobs);

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
    void tell(const QString& table, const Outcome<int>& rows) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    const Log& m_log;
};

} // namespace proconnect::service
