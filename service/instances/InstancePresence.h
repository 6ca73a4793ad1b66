// SPDX-License-Identifier: MIT
#pragma once

#include "service/instances/Claimant.h"
#include "service/instances/ServingLock.h"

#include <QSqlDatabase>
#include <QStringList>

#include <optional>

namespace proconnect::service {

class Database;

/// One running service among those that share its database. What it takes out of a queue bears its name, and
/// the others see that it is gone as soon as its process is: on PostgreSQL the server drops the advisory lock
/// of a lost connection, and a SQLite file has one service at a time.
class InstancePresence
{
public:
    /// Under a new name. Conflict when another service runs on the same SQLite file.
    [[nodiscard]] static Outcome<InstancePresence> create(Database& database);

    [[nodiscard]] const QString& name() const { return m_name; }
    /// For those who take rows: on PostgreSQL it may claim only while keep() goes on succeeding.
    [[nodiscard]] Claimant claimant() const;
    /// Makes it seen, or finds that it still is. To be called every now and then, always on the same thread,
    /// whose connection holds it.
    [[nodiscard]] Outcome<Done> keep();
    /// Those of `names` that no running service bears.
    [[nodiscard]] Outcome<QStringList> gone(QSqlDatabase& connection, QStringList names) const;
    /// Whether no service runs beside this one.
    [[nodiscard]] Outcome<bool> alone(QSqlDatabase& connection) const;
    /// False where a service may run unseen for a moment: while its lost connection is being taken up again.
    [[nodiscard]] bool certain() const { return m_file.has_value(); }

private:
    explicit InstancePresence(Database& database);
    [[nodiscard]] Outcome<Done> takeLock();

    Database& m_database;
    qint64 m_number;
    QString m_name;
    std::optional<ServingLock> m_file; ///< nothing on PostgreSQL
    int m_connection = 0;              ///< PostgreSQL's number of the connection that took the lock
    std::shared_ptr<Claimant::SeenAt> m_seenAt;
};

} // namespace proconnect::service
