// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>

namespace proconnect::service {

/// Names of the connections that the current thread opened, by number of database. Qt ties a connection to
/// the thread that made it, so the thread itself removes them when it ends.
class ThreadConnections
{
public:
    [[nodiscard]] static ThreadConnections& ofThisThread();

    ThreadConnections() = default;
    ~ThreadConnections();
    ThreadConnections(const ThreadConnections&) = delete;
    ThreadConnections& operator=(const ThreadConnections&) = delete;

    /// Empty when this thread has none for that database.
    [[nodiscard]] QString name(quint64 database) const { return m_names.value(database); }
    void remember(quint64 database, const QString& name) { m_names.insert(database, name); }
    void remove(quint64 database);

private:
    QHash<quint64, QString> m_names;
};

} // namespace proconnect::service
