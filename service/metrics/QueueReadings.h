// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/result/Outcome.h"

#include <QSqlDatabase>
#include <QStringList>

#include <prometheus/metric_family.h>
#include <vector>

namespace proconnect::service {

class Database;

/// What waits in the database, for all instances together: orders for each portal, messages, contact
/// addresses for SIRENE, how old the oldest of each is; and whether the database answers at all.
class QueueReadings
{
public:
    /// `portals` are told also when nothing waits for them. `database` and `clock` must outlive this.
    QueueReadings(Database& database, const Clock& clock, QStringList portals)
        : m_database(database), m_clock(clock), m_portals(std::move(portals))
    {}

    [[nodiscard]] std::vector<prometheus::MetricFamily> read() const;

private:
    struct Queue
    {
        QString name; ///< "deliveries", "mail" or "contact_email"
        QString portal;
        qint64 waiting = 0;
        double oldest = 0; ///< seconds
    };

    [[nodiscard]] Outcome<QList<Queue>> queues(QSqlDatabase& connection) const;

    Database& m_database;
    const Clock& m_clock;
    QStringList m_portals;
};

} // namespace proconnect::service
