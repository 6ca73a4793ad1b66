// SPDX-License-Identifier: MIT
#include "service/requests/RequestStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("access_request");
constexpr int shownDays = 365;
const QString openStates =
    QStringLiteral("('received', 'undeliverable', 'waiting', 'complementAsked', 'forwarded')");

QVariant settledAt(const AccessRequest& request)
{
    return request.decidedAt ? QVariant(toSql(*request.decidedAt)) : QVariant();
}

/// Requests of an earlier version say only when they were made.
QDateTime waitsSince(const QJsonObject& content, const AccessRequest& request)
{
    const auto since = QDateTime::fromString(content[u"waitsSince"].toString(), Qt::ISODateWithMs);
    return since.isValid() ? since : request.receivedAt;
}

/// The first column of every row.
Outcome<QStringList> texts(Outcome<QSqlQuery> query)
{
    if (!query) {
        return query.failure();
    }
    QStringList values;
    while (query.value().next()) {
        values.append(query.value().value(0).toString());
    }
    return values;
}

} // namespace

Outcome<Done> RequestStore::insert(QSqlDatabase& connection, const StoredRequest& stored) const
{
    const AccessRequest& request = stored.request;
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO access_request (reference, siren, portal, portal_reference, state, version, "
            "received_at, expires_at, decided_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (portal, portal_reference) DO NOTHING"),
        {request.id, stored.siren, request.portal, stored.portalReference, wireName(request.state),
         request.version, toSql(request.receivedAt), toSql(request.expiresAt), settledAt(request),
         sealed(stored)});
    if (!query) {
        return query.failure();
    }
    if (query.value().numRowsAffected() != 1) {
        return Failure{FailureCode::Conflict, QStringLiteral("the portal already used this reference"), {}};
    }
    return Done{};
}

Outcome<Done> RequestStore::save(QSqlDatabase& connection, StoredRequest stored) const
{
    AccessRequest& request = stored.request;
    ++request.version;
    const auto query = runQuery(
        connection,
        QStringLiteral("UPDATE access_request SET state = ?, version = ?, expires_at = ?, decided_at = ?, "
                       "content = ? WHERE reference = ? AND version = ?"),
        {wireName(request.state), request.version, toSql(request.expiresAt), settledAt(request),
         sealed(stored), request.id, request.version - 1});
    if (!query) {
        return query.failure();
    }
    if (query.value().numRowsAffected() != 1) {
        return Failure{FailureCode::VersionChanged, QStringLiteral("the request changed meanwhile"), {}};
    }
    return Done{};
}

Outcome<std::optional<StoredRequest>> RequestStore::find(QSqlDatabase& connection,
                                                         const QString& reference) const
{
    const auto found = select(connection, QStringLiteral("reference = ?"), {reference});
    if (!found) {
        return found.failure();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional{found.value().first()};
}

Outcome<QList<StoredRequest>> RequestStore::requestsOf(QSqlDatabase& connection, const QString& siren,
                                                       const QDateTime& settledSince) const
{
    return select(
        connection,
        QStringLiteral("siren = ? AND (state IN %1 OR decided_at >= ?) ORDER BY received_at DESC, reference")
            .arg(openStates),
        {siren, toSql(settledSince)});
}

Outcome<int> RequestStore::openCount(QSqlDatabase& connection, const QString& siren) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT COUNT(*) FROM access_request WHERE siren = ? AND state IN ") + openStates,
        {siren});
    if (!query) {
        return query.failure();
    }
    return query.value().next() ? query.value().value(0).toInt() : 0;
}

QDateTime RequestStore::shownSince(const QDateTime& now)
{
    return now.addDays(-shownDays);
}

Outcome<QStringList> RequestStore::companiesToRemind(QSqlDatabase& connection, const QDateTime& now) const
{
    return texts(runQuery(connection,
                          QStringLiteral("SELECT DISTINCT siren FROM access_request WHERE state IN %1 AND "
                                         "remind_at <= ? LIMIT ?")
                              .arg(openStates),
                          {toSql(now), batch}));
}

Outcome<QList<RequestStore::ToRemind>> RequestStore::toRemind(QSqlDatabase& connection, const QString& siren,
                                                              const QDateTime& now)
{
    auto rows = runQuery(connection,
                         QStringLiteral("SELECT reference, remind_at FROM access_request WHERE siren = ? AND "
                                        "state IN %1 AND remind_at <= ? ORDER BY received_at")
                             .arg(openStates),
                         {siren, toSql(now)});
    if (!rows) {
        return rows.failure();
    }
    QList<ToRemind> due;
    while (rows.value().next()) {
        due.append({rows.value().value(0).toString(), instantFromSql(rows.value().value(1).toString())});
    }
    return due;
}

Outcome<Done> RequestStore::remindAt(QSqlDatabase& connection, const QString& reference,
                                     const std::optional<QDateTime>& at) const
{
    const auto written =
        runQuery(connection, QStringLiteral("UPDATE access_request SET remind_at = ? WHERE reference = ?"),
                 {at ? QVariant(toSql(*at)) : QVariant(), reference});
    return written ? Outcome<Done>(Done{}) : Outcome<Done>(written.failure());
}

Outcome<QStringList> RequestStore::undeliverable(QSqlDatabase& connection, const QString& siren,
                                                 const QString& after)
{
    const QString ofOne = siren.isEmpty() ? QString() : QStringLiteral("siren = ? AND ");
    QVariantList values{after.isNull() ? QStringLiteral("") : after, batch};
    if (!siren.isEmpty()) {
        values.prepend(siren);
    }
    return texts(runQuery(connection,
                          QStringLiteral("SELECT reference FROM access_request WHERE %1state = "
                                         "'undeliverable' AND reference > ? ORDER BY reference LIMIT ?")
                              .arg(ofOne),
                          values));
}

Outcome<Done> RequestStore::setAside(QSqlDatabase& connection, const QString& reference,
                                     const QDateTime& until)
{
    const auto written = runQuery(
        connection,
        QStringLiteral("UPDATE access_request SET remind_at = ?, expires_at = ? WHERE reference = ?"),
        {toSql(until), toSql(until), reference});
    return written ? Outcome<Done>(Done{}) : Outcome<Done>(written.failure());
}

Outcome<QStringList> RequestStore::overdue(QSqlDatabase& connection, const QDateTime& now) const
{
    return texts(runQuery(connection,
                          QStringLiteral("SELECT reference FROM access_request WHERE state IN %1 AND "
                                         "expires_at <= ? ORDER BY expires_at LIMIT ?")
                              .arg(openStates),
                          {toSql(now), batch}));
}

Outcome<QList<StoredRequest>> RequestStore::select(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT siren, portal_reference, version, content FROM access_request WHERE ") +
            condition,
        values);
    if (!query) {
        return query.failure();
    }
    QList<StoredRequest> requests;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(3).toString(), context);
        if (!content) {
            return content.failure();
        }
        auto request =
            fromJson<AccessRequest>(content.value()[u"request"].toObject(), FailureCode::StorageUnreadable);
        if (!request) {
            return request.failure();
        }
        requests.append({row.value(0).toString(),
                         row.value(1).toString(),
                         content.value()[u"nature"].toString(),
                         request.value(),
                         {},
                         content.value()[u"director"].toString(),
                         waitsSince(content.value(), request.value())});
        requests.last().request.version = row.value(2).toInt();
    }
    return requests;
}

QString RequestStore::sealed(const StoredRequest& stored) const
{
    QJsonObject content{
        {QStringLiteral("nature"), stored.nature},
        {QStringLiteral("request"), toJson(stored.request)},
        {QStringLiteral("waitsSince"), stored.waitsSince.toUTC().toString(Qt::ISODateWithMs)}};
    if (!stored.requesterDirector.isEmpty()) {
        content.insert(QStringLiteral("director"), stored.requesterDirector);
    }
    return sealedJson(m_keys, content, context);
}

} // namespace proconnect::service
