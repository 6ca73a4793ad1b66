// SPDX-License-Identifier: MIT
#include "service/journal/CompanyCursor.h"

#include "service/storage/Database.h"

namespace proconnect::service {

Outcome<qint64> advanceCursor(QSqlDatabase& connection, const QString& siren)
{
    auto query = runQuery(connection,
                          QStringLiteral("INSERT INTO company_cursor (siren, value) VALUES (?, 1) "
                                         "ON CONFLICT (siren) DO UPDATE SET value = company_cursor.value + 1 "
                                         "RETURNING value"),
                          {siren});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return Failure{FailureCode::Internal, QStringLiteral("the cursor gave no value"), {}};
    }
    return query.value().value(0).toLongLong();
}

Outcome<qint64> currentCursor(QSqlDatabase& connection, const QString& siren)
{
    const auto row =
        readRow(connection, QStringLiteral("SELECT value FROM company_cursor WHERE siren = ?"), {siren});
    if (!row) {
        return row.failure();
    }
    return row.value() ? row.value()->constFirst().toLongLong() : qint64{0};
}

} // namespace proconnect::service
