// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/log/Log.h"
#include "service/requests/RequestLedger.h"
#include "service/requests/RequestStore.h"

#include <functional>

namespace proconnect::service {

class Database;
class JobRunner;

/// Ends the requests that nobody answered in thirty days, and tells the portal. Silence is never an
/// acceptance.
class RequestExpiry
{
public:
    /// Registers its job with `jobs`; `wakeDeliveries` is called with a portal that has something to be told.
    RequestExpiry(Database& database, RequestStore store, RequestLedger ledger, const Clock& clock,
                  const Log& log, JobRunner& jobs, std::function<void(const QString&)> wakeDeliveries);

    /// Expires what is due; the job's work.
    void expireDue();

private:
    /// Portal of the request that expired; empty when it was answered meanwhile.
    [[nodiscard]] Outcome<QString> expire(QSqlDatabase& connection, const QString& reference);
    void leave(const QString& reference, const Failure& why);

    Database& m_database;
    RequestStore m_store;
    RequestLedger m_ledger;
    const Clock& m_clock;
    const Log& m_log;
    std::function<void(const QString&)> m_wakeDeliveries;
};

} // namespace proconnect::service
