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
                                   const Clock& clock, const DirectorNotice& notice, const Log& log,
                                   JobRunner& jobs)
    : m_database(database), m_store(store), m_ledger(std::move(ledger)), m_clock(clock), m_notice(notice),
      m_log(log), m_jobs(jobs)
{
    jobs.every(period, jobName, [this] { run(); });
}

void RequestReminding::companyAttached(const QString& siren)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_attached.insert(siren);
    }
    m_jobs.wake(jobName);
}

void RequestReminding::run()
{
    reachAttached();
    reachOthers();
    remindAll();
    m_notice.committed();
}

void RequestReminding::remindAll()
{
    const auto companies = m_database.read<QStringList>(
        [this](QSqlDatabase& connection) { return m_store.companiesToRemind(connection, m_clock.now()); });
    if (!companies) {
        m_log.error("requests.remind", Log::fields(companies.failure()));
        return; // due again at the next turn
    }
    for (const QString& siren : companies.value()) {
        const auto unreadable = m_database.write<QStringList>(
            [&](QSqlDatabase& connection) { return remind(connection, siren); });
        if (!unreadable) {
            m_log.error("requests.remind", Log::fields(unreadable.failure()));
            continue;
        }
        for (const QString& reference : unreadable.value()) {
            m_log.error("requests.unreadable", {{QStringLiteral("reference"), reference}});
        }
    }
}

Outcome<QStringList> RequestReminding::remind(QSqlDatabase& connection, const QString& siren) const
{
    const QDateTime now = m_clock.now();
    const auto due = RequestStore::toRemind(connection, siren, now);
    if (!due) {
        return due.failure();
    }
    QStringList unreadable;
    QList<DirectorNotice::Reminder> reminders;
    for (const RequestStore::ToRemind& each : due.value()) {
        const auto found = m_store.find(connection, each.reference);
        if (!found && found.failure().code == FailureCode::StorageUnreadable) {
            unreadable.append(each.reference);
            if (const auto aside = RequestStore::setAside(connection, each.reference, now.addDays(1));
                !aside) {
                return aside.failure();
            }
            continue;
        }
        if (!found) {
            return found.failure();
        }
        if (!found.value()) {
            continue;
        }
        const StoredRequest& stored = *found.value();
        if (const auto kind = dueReminder(stored.request, stored.waitsSince, each.at, now)) {
            reminders.append({stored.request, stored.waitsSince, *kind});
        }
        const auto next = nextReminder(stored.request, stored.waitsSince, now);
        const auto written =
            m_store.remindAt(connection, each.reference, next ? std::optional{next->at} : std::nullopt);
        if (!written) {
            return written.failure();
        }
    }
    if (!reminders.isEmpty()) {
        if (const auto told = m_notice.stillWaiting(connection, siren, reminders, now); !told) {
            return told.failure();
        }
    }
    return unreadable;
}

void RequestReminding::reachAttached()
{
    QSet<QString> attached;
    {
        const std::scoped_lock lock(m_mutex);
        attached.swap(m_attached);
    }
    for (const QString& siren : attached) {
        QString after;
        std::optional<QString> last;
        do {
            last = reachSome(siren, after);
            after = last.value_or(QString());
        } while (!after.isEmpty() && !m_jobs.stopping());
        if (!last) {
            const std::scoped_lock lock(m_mutex);
            m_attached.insert(siren);
        }
    }
}

void RequestReminding::reachOthers()
{
    // Round and round, so that requests which nobody can ever be told of do not stand before the others. For
    // what another instance was told of and did not come to do.
    m_lastLookedAt = reachSome({}, m_lastLookedAt).value_or(m_lastLookedAt);
}

std::optional<QString> RequestReminding::reachSome(const QString& siren, const QString& after)
{
    const auto references = m_database.read<QStringList>(
        [&](QSqlDatabase& connection) { return RequestStore::undeliverable(connection, siren, after); });
    if (!references) {
        m_log.error("requests.reach", Log::fields(references.failure()));
        return std::nullopt;
    }
    for (const QString& reference : references.value()) {
        const auto reached =
            m_database.write<Done>([&](QSqlDatabase& connection) { return reach(connection, reference); });
        if (!reached) {
            m_log.error("requests.reach", Log::fields(reached.failure()));
        }
    }
    return references.value().size() == RequestStore::batch ? references.value().last() : QString();
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
    const QDateTime now = m_clock.now();
    stored.request.state = *next;
    stored.request.expiresAt = expiryWhenBack(stored.request, now);
    stored.waitsSince = now;
    if (const auto saved = m_store.save(connection, stored); !saved) {
        return saved.failure();
    }
    const auto reminder = nextReminder(stored.request, now, now);
    const auto planned =
        m_store.remindAt(connection, reference, reminder ? std::optional{reminder->at} : std::nullopt);
    if (!planned) {
        return planned.failure();
    }
    // Not announced: who attached the company just now has it on the screen.
    return m_ledger.record(connection, stored, {QStringLiteral("received"), {}, false}, now);
}

} // namespace proconnect::service
