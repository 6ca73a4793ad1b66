// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <functional>

namespace proconnect::service {

/// Few enough rows that nobody who writes meanwhile notices.
inline constexpr int rowsOfOnePortion = 500;

/// `some` in one transaction after the other until it touched fewer rows than a portion; how many in all.
[[nodiscard]] inline Outcome<int> inPortions(Database& database,
                                             const std::function<Outcome<int>(QSqlDatabase&)>& some)
{
    int rows = 0;
    while (true) {
        auto done = database.write<int>(some);
        if (!done) {
            return done;
        }
        rows += done.value();
        if (done.value() < rowsOfOnePortion) {
            return rows;
        }
    }
}

/// Rows whose age nobody has noted: it is counted from when the job first finds them.
struct Dating
{
    QString table;
    QString key;    ///< columns that tell one row from the others
    QString column; ///< that takes the instant
    QString when;   ///< condition of those to be dated
};

/// Dates what is not dated yet; gives how many rows.
[[nodiscard]] inline Outcome<int> date(Database& database, const Dating& undated, const QDateTime& now)
{
    const QString statement =
        QStringLiteral("UPDATE %1 SET %3 = ? WHERE (%2) IN (SELECT %2 FROM %1 WHERE %4 LIMIT %5)")
            .arg(undated.table, undated.key, undated.column, undated.when)
            .arg(rowsOfOnePortion);
    return inPortions(database, [&](QSqlDatabase& connection) -> Outcome<int> {
        const auto query = runQuery(connection, statement, {toSql(now)});
        return query ? Outcome<int>(query.value().numRowsAffected()) : Outcome<int>(query.failure());
    });
}

} // namespace proconnect::service
