// SPDX-License-Identifier: MIT
#include "service/instances/InstancePresence.h"

#include "service/storage/Database.h"

#include <QRandomGenerator>

namespace proconnect::service {

InstancePresence::InstancePresence(Database& database)
    : m_database(database), m_number(static_cast<qint64>(QRandomGenerator::system()->generate64() >> 1) | 1),
      m_name(QString::number(m_number)), m_seenAt(std::make_shared<Claimant::SeenAt>(Claimant::never))
{}

Outcome<InstancePresence> InstancePresence::create(Database& database)
{
    InstancePresence presence(database);
    const auto file = database.read<QString>([](QSqlDatabase& connection) -> Outcome<QString> {
        return connection.driverName() == QLatin1String("QSQLITE") ? connection.databaseName() : QString();
    });
    if (!file) {
        return file.failure();
    }
    if (!file.value().isEmpty()) {
        auto lock = ServingLock::take(file.value());
        if (!lock) {
            return lock.failure();
        }
        presence.m_file.emplace(std::move(lock).value());
    }
    return presence;
}

Claimant InstancePresence::claimant() const
{
    return m_file ? Claimant(m_name) : Claimant(m_name, m_seenAt);
}

Outcome<Done> InstancePresence::keep()
{
    if (m_file) {
        return Done{};
    }
    auto kept = takeLock();
    m_seenAt->store(kept ? Claimant::Steady::now() : Claimant::never);
    return kept;
}

Outcome<Done> InstancePresence::takeLock()
{
    return m_database.read<Done>([this](QSqlDatabase& connection) -> Outcome<Done> {
        auto row = runQuery(connection, QStringLiteral("SELECT pg_backend_pid()"));
        if (!row) {
            return row.failure();
        }
        const int backend = row.value().next() ? row.value().value(0).toInt() : 0;
        if (backend == m_connection) {
            return Done{};
        }
        auto locked = runQuery(connection, QStringLiteral("SELECT pg_try_advisory_lock(%1)").arg(m_number));
        if (!locked) {
            return locked.failure();
        }
        // False: the server still keeps the connection that was lost, and with it the lock. It is asked for
        // again until this connection has it.
        if (locked.value().next() && locked.value().value(0).toBool()) {
            m_connection = backend;
        }
        return Done{};
    });
}

Outcome<bool> InstancePresence::alone(QSqlDatabase& connection) const
{
    if (m_file) {
        return true;
    }
    auto others = runQuery(
        connection, QStringLiteral("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND "
                                   "granted AND pid <> pg_backend_pid() AND database = (SELECT oid FROM "
                                   "pg_database WHERE datname = current_database()) LIMIT 1"));
    return others ? Outcome<bool>(!others.value().next()) : Outcome<bool>(others.failure());
}

Outcome<QStringList> InstancePresence::gone(QSqlDatabase& connection, QStringList names) const
{
    names.removeAll(m_name);
    if (m_file || names.isEmpty()) {
        return names;
    }
    auto rows =
        runQuery(connection, QStringLiteral("SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks "
                                            "WHERE locktype = 'advisory' AND objsubid = 1 AND granted"));
    if (!rows) {
        return rows.failure();
    }
    while (rows.value().next()) {
        names.removeAll(rows.value().value(0).toString());
    }
    return names;
}

} // namespace proconnect::service
