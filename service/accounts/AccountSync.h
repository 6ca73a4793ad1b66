// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/accounts/AccountListings.h"
#include "service/accounts/CircuitBreaker.h"
#include "service/portals/PortalDirectory.h"

#include <chrono>
#include <functional>
#include <map>

namespace proconnect::service {

class Database;
class JobRunner;
class Journal;
class ScimClient;

/// Keeps the accounts of every attached company up to date, each portal on its own thread: one that is slow,
/// broken or hostile harms no other. A turn that the portal's failures cut short goes on with the next
/// company.
class AccountSync
{
public:
    /// Gives the SIREN of the companies that someone leads.
    using Companies = std::function<Outcome<QStringList>(QSqlDatabase&)>;

    /// Registers one job for each portal with `jobs`.
    AccountSync(Database& database, const ServiceKeys& keys, const Clock& clock,
                const PortalDirectory& portals, ScimClient& scim, const Journal& journal, Companies companies,
                JobRunner& jobs, std::chrono::milliseconds period);

    /// Asks every portal now: a company was just attached. From any thread.
    void wake();

private:
    /// Where the turns of one portal stand; only its own thread looks at it.
    struct Progress
    {
        CircuitBreaker breaker;
        QString last; ///< the company asked about last
    };
    void syncPortal(const PortalConfiguration& portal, Progress& progress);
    /// False when the portal did not answer as it should.
    bool syncCompany(const PortalConfiguration& portal, const QString& siren);

    Database& m_database;
    AccountStore m_store;
    AccountListings m_listings;
    const Clock& m_clock;
    const PortalDirectory& m_portals;
    ScimClient& m_scim;
    Companies m_companies;
    JobRunner& m_jobs;
    std::map<QString, Progress> m_progress;
};

} // namespace proconnect::service
