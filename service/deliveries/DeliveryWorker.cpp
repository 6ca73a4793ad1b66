// SPDX-License-Identifier: MIT
#include "service/deliveries/DeliveryWorker.h"

#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

#include <string>

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{1000};
/// Longer than any carrier takes: after it, another attempt is no second one at the same time.
constexpr qint64 leaseSeconds = 60;
/// Orders of one turn; the next turn follows at once or within the period.
constexpr int batch = 50;

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
    for (int carried = 0; carried < batch && !m_jobs.stopping(); ++carried) {
        const auto order = nextOrder(portal);
        if (!order || !order.value()) {
            return;
        }
        deliver(*order.value());
    }
}

Outcome<std::optional<DeliveryOrder>> DeliveryWorker::nextOrder(const QString& portal)
{
    using Order = std::optional<DeliveryOrder>;
    // Most turns find nothing: looking first leaves the database's writers alone.
    const auto any = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return m_queue.anyDue(connection, portal, m_clock.now()); });
    if (!any || !any.value()) {
        return any ? Outcome<Order>(Order()) : Outcome<Order>(any.failure());
    }
    return m_database.claim<Order>([&](QSqlDatabase& connection) {
        const QDateTime now = m_clock.now();
        return m_queue.claim(connection, portal, now, now.addSecs(leaseSeconds));
    });
}

void DeliveryWorker::deliver(const DeliveryOrder& order)
{
    const DeliveryResult result = m_carriers.at(order.kind)->carry(order);
    const QDateTime now = m_clock.now();
    const bool final =
        result.kind != DeliveryResult::Kind::TryLater || m_pace.exhausted(order.createdAt, now);
    const auto recorded = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        // Another instance may have carried the same order when the lease ran out: one end is written, and
        // nothing over it.
        const auto mine =
            final ? m_queue.settle(connection, order, result.kind == DeliveryResult::Kind::Taken, now)
                  : m_queue.postpone(connection, order, m_pace.nextAttempt(order.attempts + 1, now));
        if (!mine) {
            return mine.failure();
        }
        return mine.value() ? m_recorder(connection, order, result, final) : Outcome<Done>(Done{});
    });
    if (recorded && result.kind == DeliveryResult::Kind::Taken) {
        m_taken(order);
    }
}

} // namespace proconnect::service
