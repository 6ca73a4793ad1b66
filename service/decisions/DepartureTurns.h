// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/MandateRecord.h"
#include "service/decisions/DepartureLeaving.h"
#include "service/delegations/ActingRights.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/evidence/EvidenceChain.h"

#include <chrono>
#include <functional>
#include <optional>

namespace proconnect::service {

class Database;
class JobRunner;
class Journal;
class Log;

/// What happens to departures without a click: their hour comes, a successor is in post, a portal is late,
/// the mandate of whoever started one has ended. Safe on several instances: what a turn does, it checks
/// again in the transaction that does it.
class DepartureTurns
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        const Log& log;
        ActingRights& rights;
        const Journal& journal;
        std::function<void(const QString&)> wakeDeliveries; ///< called with a portal after the commit
    };
    /// Registers its job with `jobs`.
    DepartureTurns(Parts parts, DepartureStore departures, DepartureLeaving leaving, DeliveryQueue queue,
                   EvidenceChain evidence, JobRunner& jobs, std::chrono::milliseconds period);

    /// What the person had started and has not left stays open: whoever leads the company now decides anew.
    [[nodiscard]] Outcome<Done> mandateEnded(QSqlDatabase& connection, const MandateRecord& ended) const;

private:
    void turn();
    void noteLate();
    void goOn(const QString& id);
    /// The portals that have something to carry.
    [[nodiscard]] Outcome<QStringList> leave(QSqlDatabase& connection, const QString& id) const;
    [[nodiscard]] Outcome<Done> abandon(QSqlDatabase& connection, const QString& id,
                                        const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> record(QSqlDatabase& connection, const StoredDeparture& stored,
                                       const QString& event, const QDateTime& now) const;
    void putOff(const QString& id, std::chrono::seconds pause,
                const std::optional<DeparturePutOff>& why = {}) const;
    /// The company can read why from now on; the journal says once that the hour has passed.
    /// Something would leave now, if the register were to say that it may.
    [[nodiscard]] Outcome<bool> wouldLeave(QSqlDatabase& connection, const StoredDeparture& stored,
                                           const QDateTime& now) const;
    [[nodiscard]] Outcome<Done> tellPutOff(QSqlDatabase& connection, const QString& id, DeparturePutOff why,
                                           const QDateTime& now) const;

    Parts m_parts;
    DepartureStore m_departures;
    DepartureLeaving m_leaving;
    DeliveryQueue m_queue;
    EvidenceChain m_evidence;
};

} // namespace proconnect::service
