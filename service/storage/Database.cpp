// SPDX-License-Identifier: MIT
#include "service/storage/Database.h"

#include "service/storage/PostgresStatement.h"
#include "service/storage/SqlDatabase.h"
#include "service/storage/SqlFailure.h"
#include "service/storage/ThreadConnections.h"

#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

/// SQLSTATE of a prepared statement that the server does not have.
const QString unknownStatement = QStringLiteral("26000");

bool isPostgres(const QSqlDatabase& connection)
{
    return connection.driverName() == QLatin1String("QPSQL");
}

bool holdsNul(const QVariant& value)
{
    return value.typeId() == QMetaType::QString && value.toString().contains(QChar(u'\0'));
}

/// The driver would prepare each statement on the server, run it and drop it there: three turns instead of
/// one, and a failed transaction refuses the third.
Outcome<QSqlQuery> runOnPostgres(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto statement = postgresStatement(*connection.driver(), sql, values);
    if (!statement) {
        return statement.failure();
    }
    QSqlQuery query(connection);
    return query.exec(statement.value()) ? Outcome<QSqlQuery>(std::move(query))
                                         : noteSqlFailure(query.lastError());
}

Outcome<QSqlQuery> runOnSqlite(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return noteSqlFailure(query.lastError());
    }
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    return query.exec() ? Outcome<QSqlQuery>(std::move(query)) : noteSqlFailure(query.lastError());
}

Outcome<std::optional<QVariantList>> rowOnPostgres(QSqlDatabase& connection, PreparedStatements& prepared,
                                                   const QString& sql, const QVariantList& values)
{
    auto found = prepared.onPostgres.find(sql);
    if (found == prepared.onPostgres.end()) {
        QSqlQuery query(connection);
        if (!query.prepare(sql)) {
            return noteSqlFailure(query.lastError());
        }
        found = prepared.onPostgres.emplace(sql, PreparedQuery{std::move(query)}).first;
    }
    auto& [query, columns] = found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        query.bindValue(static_cast<int>(i), values[i]);
    }
    if (!query.exec()) {
        const Failure failure = noteSqlFailure(query.lastError());
        // PostgreSQL keeps the statement, and takes no word to drop it in a transaction that just failed.
        if (query.lastError().nativeErrorCode() == unknownStatement) {
            prepared.onPostgres.erase(found);
        }
        return failure;
    }
    if (columns == 0) {
        columns = query.record().count();
    }
    std::optional<QVariantList> row;
    if (query.next()) {
        row.emplace();
        for (int column = 0; column < columns; ++column) {
            row->append(query.value(column));
        }
    }
    query.finish();
    return row;
}

Outcome<std::optional<QVariantList>> rowOnSqlite(const QSqlDatabase& connection, PreparedStatements& prepared,
                                                 const QString& sql, const QVariantList& values)
{
    auto found = prepared.onSqlite.find(sql);
    if (found == prepared.onSqlite.end()) {
        auto statement = SqliteStatement::prepare(connection, sql);
        if (!statement) {
            return statement.failure();
        }
        found = prepared.onSqlite.emplace(sql, std::move(statement).value()).first;
    }
    return found->second.row(values);
}

Failure textWithNul()
{
    return {FailureCode::InvalidRequest, QStringLiteral("text with a NUL"), {}};
}

} // namespace

Outcome<std::shared_ptr<Database>> Database::open(const QString& url)
{
    return SqlDatabase::open(url, SqlDatabase::Opening::Migrated);
}

Outcome<std::shared_ptr<Database>> Database::openAsItIs(const QString& url)
{
    return SqlDatabase::open(url, SqlDatabase::Opening::AsItIs);
}

QString passOverTaken(const QSqlDatabase& connection)
{
    return isPostgres(connection) ? QStringLiteral(" FOR UPDATE SKIP LOCKED") : QString();
}

Outcome<QSqlQuery> runQuery(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    if (std::any_of(values.cbegin(), values.cend(), holdsNul)) {
        return textWithNul();
    }
    return isPostgres(connection) ? runOnPostgres(connection, sql, values)
                                  : runOnSqlite(connection, sql, values);
}

Outcome<std::optional<QVariantList>> readRow(QSqlDatabase& connection, const QString& sql,
                                             const QVariantList& values)
{
    if (std::any_of(values.cbegin(), values.cend(), holdsNul)) {
        return textWithNul();
    }
    auto& prepared = ThreadConnections::ofThisThread().prepared(connection.connectionName());
    return isPostgres(connection) ? rowOnPostgres(connection, prepared, sql, values)
                                  : rowOnSqlite(connection, prepared, sql, values);
}

} // namespace proconnect::service
