// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryWorker.h"

#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

#include <string>

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{1000};
/// Longer than any carrier takes: after it, another attempt is no second one at the same time.
constexpr qint64 leaseSeconds = 30;

std::string jobName(const QString& portal)
{
    return "deliveries." + portal.toStdString();
}

} // namespace

DeliveryWorker::DeliveryWorker(Database& database, DeliveryQueue queue, const Clock& clock,
                               const PortalDirectory& portals, Carriers carriers, Recorder recorder,
                               Listener taken, JobRunner& jobs, DeliveryPace pace)
    : m_database(database), m_queue(queue), m_clock(clock), m_carriers(std::move(carriers)),
      m_recorder(std::move(recorder)), m_taken(std::move(taken)), m_jobs(jobs), m_pace(pace)
{
    for (const PortalConfiguration& portal : portals.all()) {
        const QString id = portal.portal.id;
        m_jobs.every(period, jobName(id), [this, id] { deliverDue(id); });
    }
}

void DeliveryWorker::wake(const QString& portal)
{
    m_jobs.wake(jobName(portal));
}

void DeliveryWorker::deliverDue(const QString& portal)
{
    const auto orders = m_database.read<QList<DeliveryOrder>>(
        [&](QSqlDatabase& connection) { return m_queue.due(connection, portal, m_clock.now()); });
    if (!orders) {
        return;
    }
    for (const DeliveryOrder& order : orders.value()) {
        deliver(order);
    }
}

void DeliveryWorker::deliver(const DeliveryOrder& order)
{
    const auto mine = m_database.write<bool>([&](QSqlDatabase& connection) {
        return m_queue.claim(connection, order, m_clock.now().addSecs(leaseSeconds));
    });
    if (!mine || !mine.value()) {
        return;
    }
    const DeliveryResult result = m_carriers.at(order.kind)->carry(order);
    const QDateTime now = m_clock.now();
    const bool final =
        result.kind != DeliveryResult::Kind::TryLater || m_pace.exhausted(order.createdAt, now);
    const auto recorded = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto noted = m_recorder(connection, order, result, final);
        if (!noted) {
            return noted.failure();
        }
        return final ? m_queue.settle(connection, order, result.kind == DeliveryResult::Kind::Taken, now)
                     : m_queue.postpone(connection, order, m_pace.nextAttempt(order.attempts + 1, now));
    });
    if (recorded && result.kind == DeliveryResult::Kind::Taken) {
        m_taken(order);
    }
}

} // namespace proconnect::service
