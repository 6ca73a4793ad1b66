// SPDX-License-Identifier: MIT
#include "service/requests/NoticeQueue.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QTimeZone>

namespace proconnect::service {
namespace {

const QTime morning(8, 0);
const QString newRequests = QStringLiteral("newRequests");
const QString decisions = QStringLiteral("decisions");

QString nameOf(NoticeTopic topic)
{
    return topic == NoticeTopic::NewRequests ? newRequests : decisions;
}

Outcome<Done> done(const Outcome<QSqlQuery>& query)
{
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

/// When the company may be told: now, or in the morning after a day on which it was told something.
Outcome<QDateTime> tellableAt(QSqlDatabase& connection, const QString& siren, NoticeTopic topic,
                              const QDateTime& now)
{
    static const QTimeZone paris("Europe/Paris");
    auto row =
        runQuery(connection, QStringLiteral("SELECT told_at FROM company_told WHERE siren = ? AND topic = ?"),
                 {siren, nameOf(topic)});
    if (!row) {
        return row.failure();
    }
    const QDate today = now.toTimeZone(paris).date();
    const bool toldToday = row.value().next() &&
                           instantFromSql(row.value().value(0).toString()).toTimeZone(paris).date() == today;
    return toldToday ? QDateTime(today.addDays(1), morning, paris).toUTC() : now;
}

} // namespace

Outcome<Done> NoticeQueue::add(QSqlDatabase& connection, const QString& siren, NoticeTopic topic,
                               const QString& reference, const QDateTime& now)
{
    const auto at = tellableAt(connection, siren, topic, now);
    if (!at) {
        return at.failure();
    }
    return done(runQuery(connection,
                         QStringLiteral("INSERT INTO company_notice (siren, topic, reference, due_at) VALUES "
                                        "(?, ?, ?, ?) ON CONFLICT (siren, topic, reference) DO NOTHING"),
                         {siren, nameOf(topic), reference, toSql(at.value())}));
}

Outcome<QList<NoticeQueue::Due>> NoticeQueue::due(QSqlDatabase& connection, const QDateTime& now)
{
    auto rows =
        runQuery(connection,
                 QStringLiteral("SELECT DISTINCT siren, topic FROM company_notice WHERE due_at <= ? LIMIT ?"),
                 {toSql(now), batch});
    if (!rows) {
        return rows.failure();
    }
    QList<Due> all;
    while (rows.value().next()) {
        const bool decided = rows.value().value(1).toString() == decisions;
        all.append(
            {rows.value().value(0).toString(), decided ? NoticeTopic::Decisions : NoticeTopic::NewRequests});
    }
    return all;
}

Outcome<QStringList> NoticeQueue::take(QSqlDatabase& connection, const Due& due, const QDateTime& now)
{
    const auto at = tellableAt(connection, due.siren, due.topic, now);
    if (!at) {
        return at.failure();
    }
    if (at.value() > now) {
        const auto later = runQuery(
            connection,
            QStringLiteral(
                "UPDATE company_notice SET due_at = ? WHERE siren = ? AND topic = ? AND due_at <= ?"),
            {toSql(at.value()), due.siren, nameOf(due.topic), toSql(now)});
        return later ? Outcome<QStringList>(QStringList()) : Outcome<QStringList>(later.failure());
    }
    auto rows =
        runQuery(connection,
                 QStringLiteral(
                     "SELECT reference FROM company_notice WHERE siren = ? AND topic = ? ORDER BY reference"),
                 {due.siren, nameOf(due.topic)});
    if (!rows) {
        return rows.failure();
    }
    QStringList references;
    while (rows.value().next()) {
        references.append(rows.value().value(0).toString());
    }
    rows.value().finish();
    const auto taken =
        runQuery(connection, QStringLiteral("DELETE FROM company_notice WHERE siren = ? AND topic = ?"),
                 {due.siren, nameOf(due.topic)});
    return taken ? Outcome<QStringList>(references) : Outcome<QStringList>(taken.failure());
}

Outcome<Done> NoticeQueue::told(QSqlDatabase& connection, const Due& due, const QDateTime& now)
{
    return done(runQuery(
        connection,
        QStringLiteral("INSERT INTO company_told (siren, topic, told_at) VALUES (?, ?, ?) ON CONFLICT "
                       "(siren, topic) DO UPDATE SET told_at = excluded.told_at"),
        {due.siren, nameOf(due.topic), toSql(now)}));
}

} // namespace proconnect::service
