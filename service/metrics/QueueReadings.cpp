// SPDX-License-Identifier: MIT
#include "service/metrics/QueueReadings.h"

#include "service/metrics/Reading.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <algorithm>

namespace proconnect::service {
namespace {

const QString waitingRows =
    QStringLiteral("SELECT 'deliveries', portal, COUNT(*), MIN(created_at) FROM delivery "
                   "WHERE state = 'waiting' GROUP BY portal "
                   "UNION ALL SELECT 'mail', '', COUNT(*), MIN(created_at) FROM mail_outbox "
                   "WHERE state = 'waiting' "
                   "UNION ALL SELECT 'contact_email', '', COUNT(*), MIN(created_at) FROM email_order "
                   "WHERE state IN ('waiting', 'taken')");

} // namespace

std::vector<prometheus::MetricFamily> QueueReadings::read() const
{
    const auto found =
        m_database.read<QList<Queue>>([this](QSqlDatabase& connection) { return queues(connection); });
    std::vector<prometheus::MetricFamily> families;
    families.push_back(gauge("proconnect_database_up", "1 when the database answered this reading, else 0.")
                           .add(found ? 1 : 0)
                           .family());
    if (!found) {
        return families;
    }
    Reading waiting = gauge("proconnect_queue_waiting",
                            "Orders for portals, messages and addresses for SIRENE that wait, of all "
                            "instances.");
    Reading oldest =
        gauge("proconnect_queue_oldest_age_seconds", "Age of the oldest of them; 0 when none waits.");
    for (const Queue& queue : found.value()) {
        const Reading::Labels labels{{"queue", queue.name.toStdString()},
                                     {"portal", queue.portal.toStdString()}};
        waiting.add(static_cast<double>(queue.waiting), labels);
        oldest.add(queue.oldest, labels);
    }
    families.push_back(waiting.family());
    families.push_back(oldest.family());
    return families;
}

Outcome<QList<QueueReadings::Queue>> QueueReadings::queues(QSqlDatabase& connection) const
{
    auto rows = runQuery(connection, waitingRows);
    if (!rows) {
        return rows.failure();
    }
    QList<Queue> found;
    QStringList idle = m_portals;
    while (rows.value().next()) {
        const QSqlQuery& row = rows.value();
        Queue queue{row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(), 0};
        if (queue.waiting > 0) {
            const qint64 age = instantFromSql(row.value(3).toString()).msecsTo(m_clock.now());
            constexpr double milliseconds = 1000;
            queue.oldest = static_cast<double>(std::max<qint64>(age, 0)) / milliseconds;
        }
        idle.removeOne(queue.portal);
        found.append(queue);
    }
    for (const QString& portal : idle) {
        found.append({QStringLiteral("deliveries"), portal, 0, 0});
    }
    return found;
}

} // namespace proconnect::service
