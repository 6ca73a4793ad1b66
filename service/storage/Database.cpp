// SPDX-License-Identifier: MIT
#include "service/storage/Database.h"

#include "service/storage/SqlDatabase.h"
#include "service/storage/SqlFailure.h"

namespace proconnect::service {

Outcome<std::shared_ptr<Database>> Database::open(const QString& url)
{
    return SqlDatabase::open(url);
}

Outcome<QSqlQuery> runQuery(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    QSqlQuery query(connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return noteSqlFailure(query.lastError());
    }
    for (const QVariant& value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return noteSqlFailure(query.lastError());
    }
    return query;
}

} // namespace proconnect::service
