// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/SqliteStatement.h"

#include <QHash>
#include <QSqlQuery>
#include <QString>

#include <map>
#include <memory>
#include <utility>

namespace proconnect::service {

/// A statement that can be run again.
struct PreparedQuery
{
    QSqlQuery query;
    int columns = 0; ///< of its rows; known once it ran
};

/// What stays prepared on a connection, by the statement's text.
struct PreparedStatements
{
    std::map<QString, PreparedQuery> onPostgres;
    std::map<QString, SqliteStatement> onSqlite;
};

/// Names of the connections that the current thread opened, by number of database, and the statements that
/// stay prepared on them. Qt ties a connection to the thread that made it, so the thread itself removes them
/// when it ends.
class ThreadConnections
{
public:
    [[nodiscard]] static ThreadConnections& ofThisThread();

    ThreadConnections() = default;
    ~ThreadConnections();
    ThreadConnections(const ThreadConnections&) = delete;
    ThreadConnections& operator=(const ThreadConnections&) = delete;

    /// Empty when this thread has none for that database.
    [[nodiscard]] QString name(quint64 database) const { return m_held.value(database).name; }
    /// `whileHeld` is let go with the connection.
    void remember(quint64 database, const QString& name, std::shared_ptr<void> whileHeld)
    {
        m_held.insert(database, {name, std::move(whileHeld)});
    }
    void remove(quint64 database);
    /// They go with the connection.
    [[nodiscard]] PreparedStatements& prepared(const QString& connection) { return m_prepared[connection]; }

private:
    struct Held
    {
        QString name;
        std::shared_ptr<void> whileHeld;
    };

    void removeConnection(const QString& name);

    QHash<quint64, Held> m_held;
    std::map<QString, PreparedStatements> m_prepared;
};

} // namespace proconnect::service
