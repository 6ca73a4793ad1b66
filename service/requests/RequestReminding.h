// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/log/Log.h"
#include "service/requests/DirectorNotice.h"
#include "service/requests/RequestLedger.h"
#include "service/requests/RequestStore.h"

#include <QSet>

#include <mutex>

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
                     const DirectorNotice& notice, const Log& log, JobRunner& jobs);

    /// Both, of what is due; the job's work.
    void run();
    /// Somebody leads the company here since just now: what waits for it is looked at first. From any thread.
    void companyAttached(const QString& siren);

private:
    /// References of requests that cannot be read, which are left alone for a day.
    [[nodiscard]] Outcome<QStringList> remind(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<Done> reach(QSqlDatabase& connection, const QString& reference) const;
    void remindAll();
    void reachAttached();
    void reachOthers();
    /// Requests of one company, or of all when `siren` is empty, after `after`; gives the last one looked at
    /// when there may be more. Nothing when they could not be looked at.
    [[nodiscard]] std::optional<QString> reachSome(const QString& siren, const QString& after);

    Database& m_database;
    RequestStore m_store;
    RequestLedger m_ledger;
    const Clock& m_clock;
    const DirectorNotice& m_notice;
    const Log& m_log;
    JobRunner& m_jobs;
    QString m_lastLookedAt; ///< of those that nobody could be told of; the job's alone
    std::mutex m_mutex;
    QSet<QString> m_attached; ///< companies to be looked at first; under the mutex
};

} // namespace proconnect::service
