// SPDX-License-Identifier: MIT
#include "service/instances/LostClaims.h"

#include "service/instances/InstancePresence.h"
#include "service/jobs/JobRunner.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{1000};
const QStringList queues{QStringLiteral("delivery"), QStringLiteral("mail_outbox"),
                         QStringLiteral("email_order")};

} // namespace

LostClaims::LostClaims(Database& database, InstancePresence& presence, const Clock& clock, const Log& log,
                       JobRunner& jobs)
    : m_database(database), m_presence(presence), m_clock(clock), m_log(log)
{
    jobs.every(period, "claims", [this] { look(); });
}

void LostClaims::look()
{
    if (const auto kept = m_presence.keep(); !kept) {
        m_log.error("claims.presence", Log::fields(kept.failure()));
        return;
    }
    for (const QString& queue : queues) {
        const auto names = abandoned(queue);
        if (!names) {
            m_log.error("claims.look", Log::fields(names.failure()));
            return;
        }
        const QStringList missed = std::exchange(m_missed[queue], names.value());
        for (const QString& name : names.value()) {
            if (!m_presence.certain() && !missed.contains(name)) {
                continue; // it may be taking up its connection again
            }
            const auto released = release(queue, name);
            if (!released) {
                m_log.error("claims.release", Log::fields(released.failure()));
                return;
            }
            m_log.info("claims.released",
                       {{QStringLiteral("queue"), queue}, {QStringLiteral("rows"), released.value()}});
        }
    }
}

Outcome<QStringList> LostClaims::abandoned(const QString& queue)
{
    return m_database.read<QStringList>([&](QSqlDatabase& connection) -> Outcome<QStringList> {
        auto rows =
            runQuery(connection,
                     QStringLiteral("SELECT DISTINCT claimed_by FROM %1 WHERE claimed_by <> ''").arg(queue));
        if (!rows) {
            return rows.failure();
        }
        QStringList names;
        while (rows.value().next()) {
            names.append(rows.value().value(0).toString());
        }
        return m_presence.gone(connection, names);
    });
}

Outcome<int> LostClaims::release(const QString& queue, const QString& name)
{
    return m_database.write<int>([&](QSqlDatabase& connection) -> Outcome<int> {
        const auto query =
            runQuery(connection,
                     QStringLiteral("UPDATE %1 SET claimed_by = '', next_attempt_at = ? WHERE claimed_by = ?")
                         .arg(queue),
                     {toSql(m_clock.now()), name});
        return query ? Outcome<int>(query.value().numRowsAffected()) : Outcome<int>(query.failure());
    });
}

} // namespace proconnect::service
