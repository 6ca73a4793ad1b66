// SPDX-License-Identifier: MIT
#include "service/storage/ThreadConnections.h"

#include <QSqlDatabase>

namespace proconnect::service {

ThreadConnections& ThreadConnections::ofThisThread()
{
    thread_local ThreadConnections connections;
    return connections;
}

ThreadConnections::~ThreadConnections()
{
    for (const Held& held : m_held) {
        removeConnection(held.name);
    }
}

void ThreadConnections::remove(quint64 database)
{
    if (const Held held = m_held.take(database); !held.name.isEmpty()) {
        removeConnection(held.name);
    }
}

void ThreadConnections::removeConnection(const QString& name)
{
    // Qt refuses to let go of a connection that statements still refer to.
    m_prepared.erase(name);
    QSqlDatabase::removeDatabase(name);
}

} // namespace proconnect::service
