// SPDX-License-Identifier: MIT
#include "service/storage/SqliteStatement.h"

#include "service/storage/SqlFailure.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>
#include <utility>

namespace proconnect::service {
namespace {

Failure failureAt(sqlite3* connection)
{
    return noteSqlFailure(QSqlError({}, QString::fromUtf8(sqlite3_errmsg(connection)),
                                    QSqlError::StatementError,
                                    QString::number(sqlite3_extended_errcode(connection))));
}

/// Not what the caller can have meant: other values than the statement asks for.
Failure otherValues()
{
    return {FailureCode::Internal, QStringLiteral("a prepared statement and its values do not fit"), {}};
}

QVariant valueIn(sqlite3_stmt* statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64{sqlite3_column_int64(statement, column)};
    case SQLITE_TEXT: {
        // In this order: the text may be converted, and the bytes are those of the conversion.
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(statement, column));
    }
    default:
        return QVariant(QMetaType::fromType<QString>());
    }
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Outcome<SqliteStatement> SqliteStatement::prepare(const QSqlDatabase& connection, const QString& sql)
{
    const QVariant handle = connection.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return otherValues();
    }
    auto* const sqlite = *static_cast<sqlite3* const*>(handle.constData());
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(sqlite, text.constData(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, nullptr) != SQLITE_OK) {
        return failureAt(sqlite);
    }
    return SqliteStatement(statement);
}

Outcome<std::optional<QVariantList>> SqliteStatement::row(const QVariantList& values)
{
    sqlite3_stmt* const statement = m_statement.get();
    if (sqlite3_bind_parameter_count(statement) != values.size()) {
        return otherValues();
    }
    for (int i = 0; i < values.size(); ++i) {
        if (!bind(i + 1, values[i])) {
            return otherValues();
        }
    }
    std::optional<QVariantList> row;
    const int result = sqlite3_step(statement);
    if (result == SQLITE_ROW) {
        const int columns = sqlite3_column_count(statement);
        row.emplace();
        row->reserve(columns);
        for (int column = 0; column < columns; ++column) {
            row->append(valueIn(statement, column));
        }
    }
    std::optional<Failure> failure;
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        failure = failureAt(sqlite3_db_handle(statement));
    }
    // Else it would hold on to what it saw, and SQLite could not shorten its log.
    sqlite3_reset(statement);
    return failure ? Outcome<std::optional<QVariantList>>(*failure) : std::move(row);
}

bool SqliteStatement::bind(int place, const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::QString: {
        const QString given = value.toString();
        if (given.isNull()) {
            return sqlite3_bind_null(m_statement.get(), place) == SQLITE_OK;
        }
        const QByteArray text = given.toUtf8();
        return sqlite3_bind_text(m_statement.get(), place, text.constData(), static_cast<int>(text.size()),
                                 SQLITE_TRANSIENT) == SQLITE_OK;
    }
    case QMetaType::Int:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(m_statement.get(), place, value.toLongLong()) == SQLITE_OK;
    default:
        return false;
    }
}

} // namespace proconnect::service
