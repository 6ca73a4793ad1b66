// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountListings.h"
#include "service/portals/PortalDirectory.h"
#include "service/portals/PortalLine.h"

#include <chrono>
#include <functional>
#include <map>

namespace proconnect::service {

class Database;
class JobRunner;
class Journal;
class Log;
class ScimClient;

/// Keeps the accounts of every attached company up to date, each portal on its own thread: one that is slow,
/// broken or hostile harms no other. A turn that the portal's failures cut short goes on with the next
/// company; one that its rate limit cut short with the same company, but only once.
class AccountSync
{
public:
    /// Gives the SIREN of the companies that someone leads.
    using Companies = std::function<Outcome<QStringList>(QSqlDatabase&)>;

    /// Registers one job for each portal with `jobs`.
    AccountSync(Database& database, const ServiceKeys& keys, const Clock& clock,
                const PortalDirectory& portals, ScimClient& scim, const Journal& journal, Companies companies,
                JobRunner& jobs, std::chrono::milliseconds period, const Log& log);

    /// Asks every portal now: a company was just attached. From any thread.
    void wake();
    /// How the way to the accounts of each portal stands. From any thread.
    [[nodiscard]] QList<PortalLineStatus> lines() const;

private:
    /// Where the turns of one portal stand; only its own thread looks at it.
    struct Progress
    {
        Progress(const QString& portal, const CircuitBreaker& breaker, const Log& log)
            : line(portal, QStringLiteral("accounts"), breaker, log)
        {}

        PortalLine line;
        QString last; ///< the company asked about last
    };
    void syncPortal(const PortalConfiguration& portal, Progress& progress);
    /// Whether the listing says what is stored, and the age that people see is young enough to stay: then
    /// nothing is written, and nobody reads the company anew.
    [[nodiscard]] bool isKnown(const PortalConfiguration& portal, const QString& siren,
                               const QList<ScimAccount>& listing);
    /// Says from when on the data are old, and has people read that, once.
    [[nodiscard]] Outcome<Done> noteFailing(QSqlDatabase& connection, const QString& portal,
                                            const QString& siren) const;
    /// Fails when the portal did not answer as it should, or told more than can be taken.
    [[nodiscard]] Outcome<Done> syncCompany(const PortalConfiguration& portal, const QString& siren);

    Database& m_database;
    AccountStore m_store;
    AccountListings m_listings;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
    ScimClient& m_scim;
    Companies m_companies;
    JobRunner& m_jobs;
    const Log& m_log;
    std::chrono::milliseconds m_age; ///< that is rewritten when nothing else changed
    std::map<QString, Progress> m_progress;
};

} // namespace proconnect::service
