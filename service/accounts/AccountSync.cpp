// SPDX-License-Identifier: MIT
#include "service/accounts/AccountSync.h"

#include "service/accounts/PortalSources.h"
#include "service/accounts/ScimClient.h"
#include "service/jobs/JobRunner.h"
#include "service/journal/CompanyCursor.h"
#include "service/storage/Database.h"

#include <algorithm>
#include <string>

namespace proconnect::service {
namespace {

constexpr int pausePeriods = 2;
constexpr int longestPausePeriods = 64;

std::string jobName(const PortalConfiguration& portal)
{
    return "accounts." + portal.portal.id.toStdString();
}

} // namespace

AccountSync::AccountSync(Database& database, const ServiceKeys& keys, const Clock& clock,
                         const PortalDirectory& portals, ScimClient& scim, const Journal& journal,
                         Companies companies, JobRunner& jobs, std::chrono::milliseconds period)
    : m_database(database), m_store(keys), m_listings(m_store, journal), m_clock(clock), m_portals(portals),
      m_scim(scim), m_companies(std::move(companies)), m_jobs(jobs)
{
    const auto pause = std::max(std::chrono::seconds(1),
                                std::chrono::duration_cast<std::chrono::seconds>(period * pausePeriods));
    for (const PortalConfiguration& portal : m_portals.all()) {
        if (portal.scimUrl.isEmpty()) {
            continue;
        }
        auto& progress =
            m_progress
                .emplace(portal.portal.id, Progress{CircuitBreaker(pause, pause * longestPausePeriods), {}})
                .first->second;
        m_jobs.every(period, jobName(portal), [this, &portal, &progress] { syncPortal(portal, progress); });
    }
}

void AccountSync::wake()
{
    for (const PortalConfiguration& portal : m_portals.all()) {
        if (!portal.scimUrl.isEmpty()) {
            m_jobs.wake(jobName(portal));
        }
    }
}

void AccountSync::syncPortal(const PortalConfiguration& portal, Progress& progress)
{
    CircuitBreaker& breaker = progress.breaker;
    if (!breaker.allows(m_clock.now())) {
        return;
    }
    auto read = m_database.read<QStringList>(m_companies);
    if (!read) {
        return;
    }
    // Begun again from the first, companies behind a few that fail would never have their turn.
    QStringList& sirens = read.value();
    std::sort(sirens.begin(), sirens.end());
    std::rotate(sirens.begin(), std::upper_bound(sirens.begin(), sirens.end(), progress.last), sirens.end());
    for (const QString& siren : std::as_const(sirens)) {
        if (m_jobs.stopping()) {
            return;
        }
        progress.last = siren;
        if (!syncCompany(portal, siren)) {
            breaker.failed(m_clock.now());
            if (!breaker.allows(m_clock.now())) {
                return;
            }
        } else {
            breaker.succeeded();
        }
    }
}

bool AccountSync::syncCompany(const PortalConfiguration& portal, const QString& siren)
{
    using Versions = QHash<QString, int>;
    const auto before = m_database.read<Versions>(
        [&](QSqlDatabase& connection) { return m_store.versions(connection, siren, portal.portal.id); });
    if (!before) {
        return true; // our own trouble: the portal is not to blame
    }
    const auto listing = m_scim.accountsOf(portal, siren);
    const auto noted = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        if (listing) {
            const QDateTime now = m_clock.now();
            const auto taken = m_listings.take(connection, portal.portal.id, siren, listing.value(),
                                               before.value(), Report::Whole, now, now);
            return taken ? Outcome<Done>(Done{}) : Outcome<Done>(taken.failure());
        }
        const auto first = PortalSources::failed(connection, siren, portal.portal.id, m_clock.now());
        if (!first) {
            return first.failure();
        }
        if (first.value()) {
            if (const auto moved = advanceCursor(connection, siren); !moved) {
                return moved.failure();
            }
        }
        return Done{};
    });
    return listing.ok() || !noted.ok();
}

} // namespace proconnect::service
