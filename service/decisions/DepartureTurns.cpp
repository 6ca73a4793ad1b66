// SPDX-License-Identifier: MIT
#include "service/decisions/DepartureTurns.h"

#include "service/jobs/JobRunner.h"
#include "service/journal/CompanyCursor.h"
#include "service/journal/Journal.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"

#include <algorithm>

namespace proconnect::service {
namespace {

/// Until a register is asked again whether who started a departure still leads the company.
constexpr std::chrono::seconds registerPause{300};
/// Until somebody may have put back the key that opens it.
constexpr std::chrono::seconds unreadablePause{24LL * 3600};

/// The person acts for the company no more.
bool isOver(FailureCode code)
{
    return code == FailureCode::MandateEnded || code == FailureCode::NotAllowed;
}

/// Nothing for troubles of our own.
std::optional<DeparturePutOff> whyPutOff(FailureCode code)
{
    if (code == FailureCode::RegistryUnavailable) {
        return DeparturePutOff::RegisterUnavailable;
    }
    return code == FailureCode::SignInTooOld || code == FailureCode::NeedsReview
               ? std::optional(DeparturePutOff::MandateToConfirm)
               : std::nullopt;
}

} // namespace

DepartureTurns::DepartureTurns(Parts parts, DepartureStore departures, DepartureLeaving leaving,
                               DeliveryQueue queue, EvidenceChain evidence, JobRunner& jobs,
                               std::chrono::milliseconds period)
    : m_parts(std::move(parts)), m_departures(departures), m_leaving(leaving), m_queue(std::move(queue)),
      m_evidence(evidence)
{
    jobs.every(period, "departures", [this] { turn(); });
}

void DepartureTurns::turn()
{
    noteLate();
    const auto due = m_parts.database.read<QStringList>(
        [this](QSqlDatabase& connection) { return DepartureStore::due(connection, m_parts.clock.now()); });
    if (!due) {
        m_parts.log.error("departures.due", Log::fields(due.failure()));
        return;
    }
    for (const QString& id : due.value()) {
        goOn(id);
    }
}

void DepartureTurns::noteLate()
{
    // Most turns find none: looking first leaves the database's writers alone.
    const auto any = m_parts.database.read<bool>([this](QSqlDatabase& connection) {
        return DepartureStore::anyLate(connection, m_parts.clock.now());
    });
    if (any && !any.value()) {
        return;
    }
    const auto noted = m_parts.database.write<Done>([this](QSqlDatabase& connection) -> Outcome<Done> {
        const auto companies = DepartureStore::markLate(connection, m_parts.clock.now());
        if (!companies) {
            return companies.failure();
        }
        for (const QString& siren : companies.value()) {
            if (const auto moved = advanceCursor(connection, siren); !moved) {
                return moved.failure();
            }
        }
        return Done{};
    });
    if (!noted) {
        m_parts.log.error("departures.late", Log::fields(noted.failure()));
    }
}

void DepartureTurns::goOn(const QString& id)
{
    using Found = std::optional<StoredDeparture>;
    const auto found = m_parts.database.read<Found>(
        [&](QSqlDatabase& connection) { return m_departures.find(connection, id); });
    if (!found) {
        m_parts.log.error("departures.read", Log::fields(found.failure()));
        if (found.failure().code == FailureCode::StorageUnreadable) {
            putOff(id, unreadablePause);
        }
        return;
    }
    if (!found.value()) {
        return;
    }
    // Asks the register when its last word is old, which no transaction may wait for.
    const auto standing =
        m_parts.rights.require(found.value()->decidedBy, found.value()->siren, MandateUse::Acting);
    const bool over = standing ? !standing.value().mandate : isOver(standing.failure().code);
    if (!standing && !over) {
        putOff(id, registerPause, whyPutOff(standing.failure().code));
        return;
    }
    const auto portals =
        m_parts.database.write<QStringList>([&](QSqlDatabase& connection) -> Outcome<QStringList> {
            if (!over) {
                return leave(connection, id);
            }
            const auto abandoned = abandon(connection, id, m_parts.clock.now());
            return abandoned ? Outcome<QStringList>(QStringList())
                             : Outcome<QStringList>(abandoned.failure());
        });
    if (!portals) {
        m_parts.log.error("departures.leave", Log::fields(portals.failure()));
        putOff(id, registerPause);
        return;
    }
    for (const QString& portal : portals.value()) {
        m_parts.wakeDeliveries(portal);
    }
}

Outcome<QStringList> DepartureTurns::leave(QSqlDatabase& connection, const QString& id) const
{
    auto found = m_departures.find(connection, id);
    const QDateTime now = m_parts.clock.now();
    if (!found || !found.value() || found.value()->endedAt || found.value()->dueAt > now) {
        return found ? Outcome<QStringList>(QStringList()) : Outcome<QStringList>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    // The end of a mandate may have been written since.
    const auto held = m_parts.rights.held(connection, stored.decidedBy, stored.siren);
    if (!held || !held.value().mandate) {
        return held ? Failure{FailureCode::MandateEnded, QStringLiteral("no mandate any more"), {}}
                    : held.failure();
    }
    const bool hourCame = stored.departure.state == DepartureState::Scheduled;
    const auto orders = m_leaving.leave(connection, stored, now);
    if (!orders) {
        return orders.failure();
    }
    QStringList portals;
    for (const DeliveryOrder& order : orders.value()) {
        if (const auto added = m_queue.add(connection, order, now); !added) {
            return added.failure();
        }
        const auto told =
            m_parts.journal.add(connection, stored.siren,
                                {0, now, QStringLiteral("account.closing"), stored.departure.person,
                                 stored.departure.startedBy, order.portal});
        if (!told) {
            return told.failure();
        }
        if (!portals.contains(order.portal)) {
            portals.append(order.portal);
        }
    }
    if (hourCame || !orders.value().isEmpty()) {
        if (const auto linked = record(connection, stored, QStringLiteral("left"), now); !linked) {
            return linked.failure();
        }
    }
    return portals;
}

Outcome<Done> DepartureTurns::mandateEnded(QSqlDatabase& connection, const MandateRecord& ended) const
{
    const auto ids = DepartureStore::waitingOf(connection, ended.mandate.siren, ended.mandate.subject);
    if (!ids) {
        return ids.failure();
    }
    for (const QString& id : ids.value()) {
        auto abandoned = abandon(connection, id, ended.endedAt);
        // One that cannot be read must not keep a mandate from ending: its turn looks at it again.
        if (!abandoned && abandoned.failure().code != FailureCode::StorageUnreadable) {
            return abandoned;
        }
    }
    return Done{};
}

Outcome<Done> DepartureTurns::abandon(QSqlDatabase& connection, const QString& id, const QDateTime& now) const
{
    auto found = m_departures.find(connection, id);
    if (!found || !found.value() || found.value()->endedAt) {
        return found ? Outcome<Done>(Done{}) : Outcome<Done>(found.failure());
    }
    const auto stopped = m_leaving.stop(connection, *found.value(), now);
    if (!stopped || stopped.value() == 0) {
        return stopped ? Outcome<Done>(Done{}) : Outcome<Done>(stopped.failure());
    }
    const auto told =
        m_parts.journal.add(connection, found.value()->siren,
                            {0,
                             now,
                             journalKind(found.value()->departure, QStringLiteral("mandateEnded")),
                             found.value()->departure.person,
                             {},
                             {}});
    return told ? record(connection, *found.value(), QStringLiteral("mandateEnded"), now) : told;
}

Outcome<Done> DepartureTurns::record(QSqlDatabase& connection, const StoredDeparture& stored,
                                     const QString& event, const QDateTime& now) const
{
    const auto link =
        m_evidence.append(connection, stored.siren, QStringLiteral("departure"), stored.decision,
                          {{QStringLiteral("departure"), stored.departure.id},
                           {QStringLiteral("event"), event},
                           {QStringLiteral("at"), now.toUTC().toString(Qt::ISODate)}});
    return link ? Outcome<Done>(Done{}) : Outcome<Done>(link.failure());
}

Outcome<bool> DepartureTurns::wouldLeave(QSqlDatabase& connection, const StoredDeparture& stored,
                                         const QDateTime& now) const
{
    if (!stored.departure.newcomers.isEmpty()) {
        return m_leaving.isReady(connection, stored, now); // its hour may have come long before that
    }
    // Or it has left but for who waits for a successor, or was stopped.
    return stored.departure.state == DepartureState::Scheduled &&
           std::any_of(stored.steps.cbegin(), stored.steps.cend(),
                       [](const StoredStep& step) { return step.waits(); });
}

Outcome<Done> DepartureTurns::tellPutOff(QSqlDatabase& connection, const QString& id, DeparturePutOff why,
                                         const QDateTime& now) const
{
    auto found = m_departures.find(connection, id);
    if (!found || !found.value()) {
        return found ? Outcome<Done>(Done{}) : Outcome<Done>(found.failure());
    }
    StoredDeparture& stored = *found.value();
    const auto would = wouldLeave(connection, stored, now);
    if (!would || !would.value() || stored.departure.putOff == why) {
        return would ? Outcome<Done>(Done{}) : Outcome<Done>(would.failure()); // or it was told before
    }
    const bool told = stored.departure.putOff.has_value();
    stored.departure.putOff = why;
    if (auto saved = m_departures.save(connection, stored); !saved) {
        return saved;
    }
    if (!told) {
        return m_parts.journal.add(connection, stored.siren,
                                   {0,
                                    now,
                                    journalKind(stored.departure, QStringLiteral("putOff")),
                                    stored.departure.person,
                                    {},
                                    {}});
    }
    const auto cursor = advanceCursor(connection, stored.siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

void DepartureTurns::putOff(const QString& id, std::chrono::seconds pause,
                            const std::optional<DeparturePutOff>& why) const
{
    const auto later = m_parts.database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const QDateTime now = m_parts.clock.now();
        auto paused = DepartureStore::putOff(connection, id, now.addSecs(pause.count()));
        return paused && why ? tellPutOff(connection, id, *why, now) : paused;
    });
    if (!later) {
        m_parts.log.error("departures.put-off", Log::fields(later.failure()));
    }
}

} // namespace proconnect::service
