// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountStore.h"
#include "service/departures/DepartureProgress.h"
#include "service/evidence/EvidenceChain.h"

namespace proconnect::service {

class Database;
class JobRunner;
class Journal;
class Log;

/// Closures that a portal took by an event and said nothing more about for seven days: the account counts as
/// not closed, so that the company can ask again, and that the portal was silent is a link of evidence. Its
/// word may still come (ClosureAcknowledgements).
class UnansweredClosures
{
public:
    /// Registers its job with `jobs`.
    UnansweredClosures(Database& database, AccountStore accounts, EvidenceChain evidence,
                       const Journal& journal, DepartureProgress departures, const Clock& clock,
                       const Log& log, JobRunner& jobs);

private:
    void end();
    /// Closures asked more than seven days ago about which no word is in the evidence.
    [[nodiscard]] Outcome<QStringList> due(QSqlDatabase& connection, const QString& condition,
                                           const QVariantList& values) const;
    [[nodiscard]] Outcome<Done> end(QSqlDatabase& connection, const QString& id) const;
    [[nodiscard]] Outcome<Done> fail(QSqlDatabase& connection, StoredAccount stored,
                                     const QDateTime& now) const;

    Database& m_database;
    AccountStore m_accounts;
    EvidenceChain m_evidence;
    const Journal& m_journal;
    DepartureProgress m_departures;
    const Clock& m_clock;
    const Log& m_log;
};

} // namespace proconnect::service
