// SPDX-License-Identifier: MIT
#include "service/accounts/AccountSync.h"

#include "service/accounts/PortalSources.h"
#include "service/accounts/ScimClient.h"
#include "service/jobs/JobRunner.h"
#include "service/journal/CompanyCursor.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"

#include <algorithm>
#include <string>

namespace proconnect::service {
namespace {

constexpr int pausePeriods = 2;
constexpr int longestPausePeriods = 64;
constexpr int agePeriods = 4;
constexpr std::chrono::milliseconds leastAge{60'000};

std::string jobName(const PortalConfiguration& portal)
{
    return "accounts." + portal.portal.id.toStdString();
}

} // namespace

AccountSync::AccountSync(Database& database, const ServiceKeys& keys, const Clock& clock,
                         const PortalDirectory& portals, ScimClient& scim, const Journal& journal,
                         Companies companies, JobRunner& jobs, std::chrono::milliseconds period,
                         const Log& log)
    : m_database(database), m_store(keys),
      m_listings(m_store, journal, {DepartureStore(keys), journal, portals}), m_clock(clock),
      m_portals(portals), m_scim(scim), m_companies(std::move(companies)), m_jobs(jobs), m_log(log),
      m_age(std::max(leastAge, period * agePeriods))
{
    const auto pause = std::max(std::chrono::seconds(1),
                                std::chrono::duration_cast<std::chrono::seconds>(period * pausePeriods));
    for (const PortalConfiguration& portal : m_portals.all()) {
        if (portal.scimUrl.isEmpty()) {
            continue;
        }
        auto& progress = m_progress
                             .try_emplace(portal.portal.id, portal.portal.id,
                                          CircuitBreaker(pause, pause * longestPausePeriods), log)
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
    const auto mayCall = [&] {
        return progress.line.allows(m_clock.now()) && m_scim.mayCall(portal.portal.id);
    };
    if (!mayCall()) {
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
        const auto synced = syncCompany(portal, siren);
        if (!synced && !m_scim.mayCall(portal.portal.id)) {
            // It asked for time, and gets it. This company comes first then; one that came first has had all
            // that the portal gives in a turn, and would keep the others waiting for ever.
            if (siren == sirens.first()) {
                m_log.warning("accounts.cut-short", {{QStringLiteral("portal"), portal.portal.id}});
                progress.last = siren;
            }
            return;
        }
        progress.last = siren;
        if (synced) {
            progress.line.succeeded();
            continue;
        }
        progress.line.failed(m_clock.now(), synced.failure().detail);
        if (!mayCall()) {
            return;
        }
    }
}

QList<PortalLineStatus> AccountSync::lines() const
{
    QList<PortalLineStatus> lines;
    for (const auto& [portal, progress] : m_progress) {
        lines.append(progress.line.status(m_clock.now()));
    }
    return lines;
}

Outcome<Done> AccountSync::syncCompany(const PortalConfiguration& portal, const QString& siren)
{
    using Versions = QHash<QString, int>;
    const auto before = m_database.read<Versions>(
        [&](QSqlDatabase& connection) { return m_store.versions(connection, siren, portal.portal.id); });
    if (!before) {
        return Done{}; // our own trouble: the portal is not to blame
    }
    const auto listing = m_scim.accountsOf(portal, siren, [this] { return m_jobs.stopping(); });
    if (m_jobs.stopping()) {
        return Done{};
    }
    if (listing && isKnown(portal, siren, listing.value())) {
        return Done{};
    }
    const auto noted = m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        if (listing) {
            const QDateTime now = m_clock.now();
            const auto taken = m_listings.takeAll(connection, {portal.portal.id, siren, now, now},
                                                  listing.value(), before.value());
            return taken ? Outcome<Done>(Done{}) : Outcome<Done>(taken.failure());
        }
        if (!m_scim.mayCall(portal.portal.id)) {
            return Done{}; // busy, not failing: the age of its data says enough
        }
        return noteFailing(connection, portal.portal.id, siren);
    });
    if (listing && !noted && noted.failure().code == FailureCode::InvalidRequest) {
        const auto failing = m_database.write<Done>(
            [&](QSqlDatabase& connection) { return noteFailing(connection, portal.portal.id, siren); });
        return failing ? Outcome<Done>(noted.failure()) : Outcome<Done>(Done{});
    }
    return listing || !noted ? Outcome<Done>(Done{}) : Outcome<Done>(listing.failure());
}

Outcome<Done> AccountSync::noteFailing(QSqlDatabase& connection, const QString& portal,
                                       const QString& siren) const
{
    const auto first = PortalSources::failed(connection, siren, portal, m_clock.now());
    if (!first) {
        return first.failure();
    }
    if (first.value()) {
        if (const auto moved = advanceCursor(connection, siren); !moved) {
            return moved.failure();
        }
    }
    return Done{};
}

bool AccountSync::isKnown(const PortalConfiguration& portal, const QString& siren,
                          const QList<ScimAccount>& listing)
{
    const auto known = m_database.read<bool>([&](QSqlDatabase& connection) -> Outcome<bool> {
        auto young = PortalSources::answeredSince(connection, siren, portal.portal.id,
                                                  m_clock.now().addMSecs(-m_age.count()));
        if (!young || !young.value()) {
            return young;
        }
        const auto differs = m_store.differs(connection, siren, portal.portal.id, listing);
        return differs ? Outcome<bool>(!differs.value()) : differs;
    });
    // Our own trouble is met again where it is written.
    return known && known.value();
}

} // namespace proconnect::service
