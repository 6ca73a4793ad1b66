// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/deliveries/DeliveryPace.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/portals/PortalDirectory.h"
#include "service/portals/PortalLine.h"

#include <functional>
#include <map>

namespace proconnect::service {

class Database;
class JobRunner;
class Log;

/// Carries the queue's orders to the portals, one thread for each portal, and has what they answer recorded.
/// A portal that keeps failing, or asks for time, is left in peace, its orders waiting; each way to it apart.
/// An order may reach a portal twice after a crash, each time under the same identifier; it is never
/// forgotten.
class DeliveryWorker
{
public:
    /// Writes what an order's end means for requests and accounts, in the transaction that ends it. `final`
    /// is true when no further attempt will be made.
    using Recorder =
        std::function<Outcome<Done>(QSqlDatabase&, const DeliveryOrder&, const DeliveryResult&, bool final)>;
    using Carriers = std::map<DeliveryKind, DeliveryCarrier*>;
    /// Told after the commit that a portal has taken an order.
    using Listener = std::function<void(const DeliveryOrder&)>;

    /// Registers one job for each portal with `jobs`.
    DeliveryWorker(Database& database, DeliveryQueue queue, const Clock& clock,
                   const PortalDirectory& portals, Carriers carriers, Recorder recorder, Listener taken,
                   JobRunner& jobs, DeliveryPace pace, const Log& log);

    /// A new order for this portal was committed. From any thread.
    void wake(const QString& portal);
    /// How each way to each portal stands. From any thread.
    [[nodiscard]] QList<PortalLineStatus> lines() const;

private:
    void deliverDue(const QString& portal);
    [[nodiscard]] Outcome<std::optional<DeliveryOrder>> nextOrder(const QString& portal);
    void deliver(const DeliveryOrder& order);
    [[nodiscard]] bool mayCall(const QString& portal, DeliveryCarrier& carrier) const;
    /// Those whose way is closed now, but for orders whose time is over.
    [[nodiscard]] HeldBack heldBack(const QString& portal, const QDateTime& now) const;
    void note(const QString& portal, DeliveryCarrier& carrier, const DeliveryResult& result);

    Database& m_database;
    DeliveryQueue m_queue;
    const Clock& m_clock;
    Carriers m_carriers;
    Recorder m_recorder;
    Listener m_taken;
    JobRunner& m_jobs;
    DeliveryPace m_pace;
    std::map<std::pair<QString, QString>, PortalLine> m_lines; ///< by portal and use
};

} // namespace proconnect::service
