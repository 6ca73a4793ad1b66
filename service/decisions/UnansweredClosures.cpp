// SPDX-License-Identifier: MIT
#include "service/decisions/UnansweredClosures.h"

#include "service/decisions/AccountClosing.h"
#include "service/deliveries/DeliveryQueue.h"
#include "service/jobs/JobRunner.h"
#include "service/journal/Journal.h"
#include "service/log/Log.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr std::chrono::milliseconds period{15LL * 60'000};
/// As long as an event is tried (DeliveryPace).
constexpr qint64 patienceSeconds = 7LL * 24 * 3600;
/// Of one turn.
constexpr int batch = 100;

} // namespace

UnansweredClosures::UnansweredClosures(Database& database, AccountStore accounts, EvidenceChain evidence,
                                       const Journal& journal, DepartureProgress departures,
                                       const Clock& clock, const Log& log, JobRunner& jobs)
    : m_database(database), m_accounts(accounts), m_evidence(evidence), m_journal(journal),
      m_departures(departures), m_clock(clock), m_log(log)
{
    jobs.every(period, "closures", [this] { end(); });
}

void UnansweredClosures::end()
{
    const auto ids = m_database.read<QStringList>([this](QSqlDatabase& connection) {
        return due(connection, QStringLiteral("ORDER BY d.settled_at LIMIT ?"), {batch});
    });
    if (!ids) {
        m_log.error("closures.due", Log::fields(ids.failure()));
        return;
    }
    for (const QString& id : ids.value()) {
        const auto ended =
            m_database.write<Done>([&](QSqlDatabase& connection) { return end(connection, id); });
        if (!ended) {
            m_log.error("closures.end", Log::fields(ended.failure()));
        }
    }
}

Outcome<QStringList> UnansweredClosures::due(QSqlDatabase& connection, const QString& condition,
                                             const QVariantList& values) const
{
    const QDateTime limit = m_clock.now().addSecs(-patienceSeconds);
    auto rows = runQuery(
        connection,
        QStringLiteral("SELECT d.id FROM delivery d WHERE d.settled_at <= ? AND d.kind = 'askClosure' AND "
                       "d.state = 'acknowledged' AND d.answered_at IS NULL ") +
            condition,
        QVariantList{toSql(limit)} + values);
    if (!rows) {
        return rows.failure();
    }
    QStringList ids;
    while (rows.value().next()) {
        ids.append(rows.value().value(0).toString());
    }
    return ids;
}

Outcome<Done> UnansweredClosures::end(QSqlDatabase& connection, const QString& id) const
{
    // The word may have come since.
    const auto still = due(connection, QStringLiteral("AND d.id = ?"), {id});
    if (!still || still.value().isEmpty()) {
        return still ? Outcome<Done>(Done{}) : Outcome<Done>(still.failure());
    }
    auto row =
        runQuery(connection,
                 QStringLiteral("SELECT siren, target, decision, portal FROM delivery WHERE id = ?"), {id});
    if (!row) {
        return row.failure();
    }
    row.value().next();
    const QString siren = row.value().value(0).toString();
    const QString target = row.value().value(1).toString();
    const QString decision = row.value().value(2).toString();
    const QString portal = row.value().value(3).toString();
    row.value().finish();
    const auto found = m_accounts.find(connection, siren, target);
    const auto overtaken = DeliveryQueue::overtaken(connection, id);
    if (!found || !overtaken) {
        return found ? overtaken.failure() : found.failure();
    }
    const QDateTime now = m_clock.now();
    const bool awaited =
        found.value() && !overtaken.value() && found.value()->account.state == AccountState::ClosureRequested;
    if (awaited) {
        if (auto failed = fail(connection, *found.value(), now); !failed) {
            return failed;
        }
    }
    if (auto noted = DeliveryQueue::noteAnswer(connection, id, now); !noted) {
        return noted;
    }
    const auto link = m_evidence.append(connection, siren, QStringLiteral("unanswered"), decision,
                                        {{QStringLiteral("delivery"), id},
                                         {QStringLiteral("portal"), portal},
                                         {QStringLiteral("at"), now.toString(Qt::ISODate)}});
    return link ? Outcome<Done>(Done{}) : Outcome<Done>(link.failure());
}

Outcome<Done> UnansweredClosures::fail(QSqlDatabase& connection, StoredAccount stored,
                                       const QDateTime& now) const
{
    PortalAccount& account = stored.account;
    account.state = AccountState::ClosureFailed;
    account.portalMessage.clear();
    if (const auto saved = m_accounts.save(connection, stored); !saved) {
        return saved.failure();
    }
    if (auto followed = m_departures.follow(connection, stored.siren, account, now); !followed) {
        return followed;
    }
    return m_journal.add(
        connection, stored.siren,
        {0, now, QStringLiteral("account.closureFailed"), personOf(account), {}, account.portal});
}

} // namespace proconnect::service
