// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestLedger.h"
#include "service/requests/RequestStore.h"

namespace proconnect::service {

class Database;
class JobRunner;

/// Reminds companies of requests that nobody answers, in one message for each company; and lets requests wait
/// that nobody could be told of, once somebody leads the company here. Several instances may do it at once:
/// the transaction that writes the message also writes when the next is due.
class RequestReminding
{
public:
    /// Registers its job with `jobs`.
    RequestReminding(Database& database, RequestStore store, RequestLedger ledger, const Clock& clock,
                     const DirectorNotice& notice, JobRunner& jobs);

    /// Both, of what is due; the job's work.
    void run();
    /// Somebody leads a company here since just now.
    void wake();

private:
    [[nodiscard]] Outcome<Done> remind(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<Done> reach(QSqlDatabase& connection, const QString& reference) const;
    void reachAll();

    Database& m_database;
    RequestStore m_store;
    RequestLedger m_ledger;
    const Clock& m_clock;
    const DirectorNotice& m_notice;
    JobRunner& m_jobs;
    QString m_lastLookedAt; ///< of those that nobody could be told of; the job's alone
};

} // namespace proconnect::service
