// SPDX-License-Identifier: MIT
#include "service/requests/RequestReminding.h"

#include "core/model/RequestReminders.h"
#include "core/model/RequestStates.h"
#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{60'000};
constexpr const char* jobName = "request-reminders";

} // namespace

RequestReminding::RequestReminding(Database& database, RequestStore store, RequestLedger ledger,
                                   const Clock& clock, const DirectorNotice& notice, JobRunner& jobs)
    : m_database(database), m_store(store), m_ledger(std::move(ledger)), m_clock(clock), m_notice(notice),
      m_jobs(jobs)
{
    jobs.every(period, jobName, [this] { run(); });
}

void RequestReminding::wake()
{
    m_jobs.wake(jobName);
}

void RequestReminding::run()
{
    reachAll();
    const auto companies = m_database.read<QStringList>(
        [this](QSqlDatabase& connection) { return m_store.companiesToRemind(connection, m_clock.now()); });
    if (!companies) {
        return; // due again at the next turn
    }
    for (const QString& siren : companies.value()) {
        static_cast<void>(
            m_database.write<Done>([&](QSqlDatabase& connection) { return remind(connection, siren); }));
    }
    m_notice.committed();
}

Outcome<Done> RequestReminding::remind(QSqlDatabase& connection, const QString& siren) const
{
    const QDateTime now = m_clock.now();
    const auto due = m_store.toRemind(connection, siren, now);
    if (!due) {
        return due.failure();
    }
    QList<DirectorNotice::Reminder> reminders;
    for (const RequestStore::ToRemind& each : due.value()) {
        const AccessRequest& request = each.stored.request;
        if (const auto kind = dueReminder(request, each.at, now)) {
            reminders.append({request, *kind});
        }
        const auto next = nextReminder(request, now);
        const auto written =
            m_store.remindAt(connection, request.id, next ? std::optional{next->at} : std::nullopt);
        if (!written) {
            return written.failure();
        }
    }
    return reminders.isEmpty() ? Outcome<Done>(Done{})
                               : m_notice.stillWaiting(connection, siren, reminders, now);
}

void RequestReminding::reachAll()
{
    const auto references = m_database.read<QStringList>(
        [this](QSqlDatabase& connection) { return m_store.undeliverable(connection, m_lastLookedAt); });
    if (!references) {
        return;
    }
    // Round and round, so that requests which nobody can ever be told of do not stand before the others.
    const bool more = references.value().size() == RequestStore::batch;
    m_lastLookedAt = more ? references.value().last() : QString();
    for (const QString& reference : references.value()) {
        static_cast<void>(
            m_database.write<Done>([&](QSqlDatabase& connection) { return reach(connection, reference); }));
    }
}

Outcome<Done> RequestReminding::reach(QSqlDatabase& connection, const QString& reference) const
{
    auto found = m_store.find(connection, reference);
    if (!found) {
        return found.failure();
    }
    const auto next =
        found.value() ? stateAfter(found.value()->request.state, RequestEvent::Reached) : std::nullopt;
    if (!next) {
        return Done{};
    }
    StoredRequest& stored = *found.value();
    const auto somebody = m_notice.somebodyLeads(connection, stored.siren);
    if (!somebody || !somebody.value()) {
        return somebody ? Outcome<Done>(Done{}) : Outcome<Done>(somebody.failure());
    }
    stored.request.state = *next;
    if (const auto saved = m_store.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (const auto written =
            m_ledger.record(connection, stored, {QStringLiteral("received"), {}, false}, m_clock.now());
        !written) {
        return written.failure();
    }
    return m_notice.newRequest(connection, stored.siren, stored.request.id);
}

} // namespace proconnect::service
