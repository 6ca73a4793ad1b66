// SPDX-License-Identifier: MIT
#include "service/requests/RequestExpiry.h"

#include "core/model/RequestStates.h"
#include "service/jobs/JobRunner.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{60'000};

} // namespace

RequestExpiry::RequestExpiry(Database& database, RequestStore store, RequestLedger ledger, const Clock& clock,
                             const Log& log, JobRunner& jobs,
                             std::function<void(const QString&)> wakeDeliveries)
    : m_database(database), m_store(store), m_ledger(std::move(ledger)), m_clock(clock), m_log(log),
      m_wakeDeliveries(std::move(wakeDeliveries))
{
    jobs.every(period, "request-expiry", [this] { expireDue(); });
}

void RequestExpiry::expireDue()
{
    const auto references = m_database.read<QStringList>(
        [this](QSqlDatabase& connection) { return m_store.overdue(connection, m_clock.now()); });
    if (!references) {
        m_log.error("requests.expire", Log::fields(references.failure()));
        return;
    }
    for (const QString& reference : references.value()) {
        const auto portal = m_database.write<QString>(
            [&](QSqlDatabase& connection) { return expire(connection, reference); });
        if (!portal) {
            leave(reference, portal.failure());
        } else if (!portal.value().isEmpty()) {
            m_wakeDeliveries(portal.value());
        }
    }
}

void RequestExpiry::leave(const QString& reference, const Failure& why)
{
    if (why.code != FailureCode::StorageUnreadable) {
        m_log.error("requests.expire", Log::fields(why));
        return; // due again at the next turn
    }
    m_log.error("requests.unreadable", {{QStringLiteral("reference"), reference}});
    // Those that cannot be read would end up being all that a turn looks at.
    const auto aside = m_database.write<Done>([&](QSqlDatabase& connection) {
        return RequestStore::setAside(connection, reference, m_clock.now().addDays(1));
    });
    if (!aside) {
        m_log.error("requests.expire", Log::fields(aside.failure()));
    }
}

Outcome<QString> RequestExpiry::expire(QSqlDatabase& connection, const QString& reference)
{
    auto found = m_store.find(connection, reference);
    if (!found) {
        return found.failure();
    }
    const QDateTime now = m_clock.now();
    const auto next =
        found.value() ? stateAfter(found.value()->request.state, RequestEvent::Expired) : std::nullopt;
    if (!next || found.value()->request.expiresAt > now) {
        return QString();
    }
    StoredRequest& stored = *found.value();
    AccessRequest& request = stored.request;
    request.state = *next;
    request.decidedAt = now;
    request.handBack = HandBack::ToDo;
    if (const auto saved = m_store.save(connection, stored); !saved) {
        return saved.failure();
    }
    const auto recorded = m_ledger.record(connection, stored, {QStringLiteral("expired"), {}, true}, now);
    if (!recorded) {
        return recorded.failure();
    }
    return request.portal;
}

} // namespace proconnect::service
