// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/MandateStore.h"

#include <QTime>

#include <chrono>

namespace proconnect::service {

class Database;
class JobRunner;
class MandateChecks;

/// When the nightly sweep works, and how fast.
struct SweepPace
{
    QTime from{22, 0}; ///< Europe/Paris; `until` may be on the next day
    QTime until{6, 0};
    std::chrono::seconds period{10}; ///< between two turns
    int mostPerTurn = 5;             ///< companies; bounds what a register sees even when many are due
    std::chrono::seconds always{0};  ///< other than 0: at any hour, each company once in so many seconds
};

/// Every night, looks at the registers again for each company whose proof dates from before the night. Each
/// company is looked up at most once a night, and the calls are spread evenly over what is left of it. Works
/// for several instances at once.
class MandateSweep
{
public:
    /// Registers its job with `jobs`.
    MandateSweep(Database& database, const ServiceKeys& keys, const Clock& clock, MandateChecks& checks,
                 JobRunner& jobs, SweepPace pace);

    /// One turn of the job.
    void turn();
    /// How many companies a turn looks up when `due` are left and the night ends in `left` seconds.
    [[nodiscard]] static int share(int due, qint64 left, const SweepPace& pace);

private:
    /// Looks up one company unless another instance just did.
    void look(const QString& siren, const QDateTime& nightBegan);

    Database& m_database;
    const Clock& m_clock;
    MandateChecks& m_checks;
    SweepPace m_pace;
    MandateStore m_store;
};

} // namespace proconnect::service
