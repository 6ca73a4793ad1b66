// SPDX-License-Identifier: MIT
#include "service/storage/Database.h"

#include "service/storage/PostgresStatement.h"
#include "service/storage/SqlDatabase.h"
#include "service/storage/SqlFailure.h"

#include <algorithm>

namespace proconnect::service {
namespace {

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
        return Failure{FailureCode::InvalidRequest, QStringLiteral("text with a NUL"), {}};
    }
    return isPostgres(connection) ? runOnPostgres(connection, sql, values)
                                  : runOnSqlite(connection, sql, values);
}

} // namespace proconnect::service
