// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QHash>
#include <QSqlDatabase>
#include <QStringList>

namespace proconnect::service {

class Database;
class InstancePresence;
class JobRunner;
class Log;

/// Makes due again at once what a service had taken out of a queue when it was killed. A row whose end the
/// dead service did not write is carried again under the same identifier.
class LostClaims
{
public:
    /// Registers its job with `jobs`, which should run for as long as anything is taken out of a queue.
    LostClaims(Database& database, InstancePresence& presence, const Clock& clock, const Log& log,
               JobRunner& jobs);

private:
    void look();
    [[nodiscard]] Outcome<QStringList> abandoned(const QString& queue);
    [[nodiscard]] Outcome<int> release(const QString& queue, const QString& name);

    Database& m_database;
    InstancePresence& m_presence;
    const Clock& m_clock;
    const Log& m_log;
    QHash<QString, QStringList> m_missed; ///< by queue: the names that were gone at the last look
};

} // namespace proconnect::service
