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
    for (const QString& name : m_names) {
        QSqlDatabase::removeDatabase(name);
    }
}

void ThreadConnections::remove(quint64 database)
{
    if (const QString name = m_names.take(database); !name.isEmpty()) {
        QSqlDatabase::removeDatabase(name);
    }
}

} // namespace proconnect::service
