// SPDX-License-Identifier: MIT
#include "service/records/ReferenceNumbers.h"

#include "service/storage/Database.h"

namespace proconnect::service {

Outcome<QString> nextReference(QSqlDatabase& connection, const QString& prefix, const QDateTime& now)
{
    const QString series = QStringLiteral("%1-%2").arg(prefix).arg(now.toUTC().date().year());
    auto query = runQuery(connection,
                          QStringLiteral("INSERT INTO counter (name, value) VALUES (?, 1) "
                                         "ON CONFLICT (name) DO UPDATE SET value = counter.value + 1 "
                                         "RETURNING value"),
                          {series});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return Failure{FailureCode::Internal, QStringLiteral("the counter gave no number"), {}};
    }
    return QStringLiteral("%1-%2").arg(series).arg(query.value().value(0).toLongLong(), 6, 10,
                                                   QLatin1Char('0'));
}

} // namespace proconnect::service
