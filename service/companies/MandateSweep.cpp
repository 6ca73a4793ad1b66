// SPDX-License-Identifier: MIT
#include "service/companies/MandateSweep.h"

#include "service/companies/MandateChecks.h"
#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

#include <QTimeZone>

#include <algorithm>

namespace proconnect::service {
namespace {

const QTimeZone& paris()
{
    static const QTimeZone zone("Europe/Paris");
    return zone;
}

struct Night
{
    QDateTime began;
    qint64 left = 0; ///< seconds
};

/// The night that `now` falls in, if it does.
std::optional<Night> nightAt(const QDateTime& now, const SweepPace& pace)
{
    if (pace.always.count() > 0) {
        return Night{now.addSecs(-pace.always.count()), pace.always.count()};
    }
    const QDate today = now.toTimeZone(paris()).date();
    for (const QDate day : {today.addDays(-1), today}) {
        const QDateTime from(day, pace.from, paris());
        const QDateTime until(pace.until > pace.from ? day : day.addDays(1), pace.until, paris());
        if (from <= now && now < until) {
            return Night{from.toUTC(), now.secsTo(until)};
        }
    }
    return std::nullopt;
}

} // namespace

MandateSweep::MandateSweep(Database& database, const ServiceKeys& keys, const Clock& clock,
                           MandateChecks& checks, JobRunner& jobs, SweepPace pace)
    : m_database(database), m_clock(clock), m_checks(checks), m_pace(pace), m_store(keys)
{
    jobs.every(m_pace.period, "mandates.sweep", [this] { turn(); });
}

int MandateSweep::share(int due, qint64 left, const SweepPace& pace)
{
    const qint64 turns = std::max<qint64>(1, left / std::max<qint64>(1, pace.period.count()));
    const qint64 evenly = (due + turns - 1) / turns;
    return static_cast<int>(std::clamp<qint64>(evenly, due > 0 ? 1 : 0, pace.mostPerTurn));
}

void MandateSweep::turn()
{
    const auto night = nightAt(m_clock.now(), m_pace);
    if (!night) {
        return;
    }
    const auto due = m_database.read<QStringList>([&](QSqlDatabase& connection) -> Outcome<QStringList> {
        const auto count = m_store.dueCount(connection, night->began, night->began);
        if (!count) {
            return count.failure();
        }
        return m_store.dueSirens(connection, night->began, night->began,
                                 share(count.value(), night->left, m_pace));
    });
    if (!due) {
        return;
    }
    for (const QString& siren : due.value()) {
        look(siren, night->began);
    }
}

void MandateSweep::look(const QString& siren, const QDateTime& nightBegan)
{
    const auto mine = m_database.write<bool>([&](QSqlDatabase& connection) {
        return m_store.claimTrial(connection, siren, nightBegan, m_clock.now());
    });
    if (mine && mine.value()) {
        // Without an answer, the next use or the next night asks again: nothing is taken from anybody.
        static_cast<void>(m_checks.checkCompany(siren));
    }
}

} // namespace proconnect::service
