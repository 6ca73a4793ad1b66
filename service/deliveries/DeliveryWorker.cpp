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

/// Of an order that is not tried again.
DeliveryQueue::End endBy(DeliveryResult::Kind kind)
{
    switch (kind) {
    case DeliveryResult::Kind::Taken:
        return DeliveryQueue::End::Acknowledged;
    case DeliveryResult::Kind::Overtaken:
        return DeliveryQueue::End::Overtaken;
    case DeliveryResult::Kind::Refused:
    case DeliveryResult::Kind::TryLater:
        break;
    }
    return DeliveryQueue::End::Failed;
}

} // namespace

DeliveryWorker::DeliveryWorker(Database& database, DeliveryQueue queue, const Clock& clock,
                               const PortalDirectory& portals, Carriers carriers, Recorder recorder,
                               Listener taken, JobRunner& jobs, DeliveryPace pace, const Log& log)
    : m_database(database), m_queue(std::move(queue)), m_clock(clock), m_carriers(std::move(carriers)),
      m_recorder(std::move(recorder)), m_taken(std::move(taken)), m_jobs(jobs), m_pace(pace)
{
    for (const PortalConfiguration& portal : portals.all()) {
        const QString id = portal.portal.id;
        for (const auto& [kind, carrier] : m_carriers) {
            m_lines.try_emplace({id, carrier->use()}, id, carrier->use(), m_pace.breaker(), log);
        }
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
    const QDateTime now = m_clock.now();
    const HeldBack held = heldBack(portal, now);
    const auto any = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return m_queue.anyDue(connection, portal, now, held); });
    if (!any || !any.value()) {
        return any ? Outcome<Order>(Order()) : Outcome<Order>(any.failure());
    }
    return m_database.claim<Order>([&](QSqlDatabase& connection) {
        const QDateTime from = m_clock.now();
        return m_queue.claim(connection, portal, from, from.addSecs(leaseSeconds), held);
    });
}

void DeliveryWorker::deliver(const DeliveryOrder& order)
{
    DeliveryCarrier& carrier = *m_carriers.at(order.kind);
    const DeliveryResult result = mayCall(order.portal, carrier)
                                      ? carrier.carry(order)
                                      : DeliveryResult{DeliveryResult::Kind::TryLater,
                                                       QStringLiteral("the portal is left in peace"),
                                                       {}};
    note(order.portal, carrier, result);
    const QDateTime now = m_clock.now();
    const bool final =
        result.kind != DeliveryResult::Kind::TryLater || m_pace.exhausted(order.createdAt, now);
    const auto recorded = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        // Another instance may have carried the same order when the lease ran out: one end is written, and
        // nothing over it.
        const auto mine =
            final ? m_queue.settle(connection, order, endBy(result.kind), now)
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

QList<PortalLineStatus> DeliveryWorker::lines() const
{
    QList<PortalLineStatus> lines;
    for (const auto& [way, line] : m_lines) {
        lines.append(line.status(m_clock.now()));
    }
    return lines;
}

bool DeliveryWorker::mayCall(const QString& portal, DeliveryCarrier& carrier) const
{
    return m_lines.at({portal, carrier.use()}).allows(m_clock.now()) && carrier.mayCall(portal);
}

HeldBack DeliveryWorker::heldBack(const QString& portal, const QDateTime& now) const
{
    HeldBack held{{}, now.addSecs(-m_pace.patience.count()), {}};
    for (const auto& [kind, carrier] : m_carriers) {
        const PortalLineStatus line = m_lines.at({portal, carrier->use()}).status(now);
        if (!mayCall(portal, *carrier)) {
            held.kinds.append(kind);
        } else if (line.state == CircuitBreaker::State::HalfOpen) {
            held.onTrial.append(kind);
        }
    }
    return held;
}

void DeliveryWorker::note(const QString& portal, DeliveryCarrier& carrier, const DeliveryResult& result)
{
    PortalLine& line = m_lines.at({portal, carrier.use()});
    if (result.kind != DeliveryResult::Kind::TryLater) {
        if (result.called) {
            line.succeeded();
        }
    } else if (result.portalFailed && carrier.mayCall(portal)) {
        line.failed(m_clock.now(), result.message);
    }
}

} // namespace proconnect::service
