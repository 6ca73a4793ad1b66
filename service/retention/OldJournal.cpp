// SPDX-License-Identifier: MIT
#include "service/retention/OldJournal.h"

#include "service/journal/CompanyCursor.h"
#include "service/retention/InPortions.h"
#include "service/storage/SqlInstant.h"

#include <QSet>

namespace proconnect::service {

Outcome<int> OldJournal::forget(const QDateTime& now)
{
    static const Dating undated{QStringLiteral("journal_line"), QStringLiteral("siren, sequence"),
                                QStringLiteral("written_at"), QStringLiteral("written_at = ''")};
    if (auto dated = date(m_database, undated, now); !dated) {
        return dated;
    }
    const QDateTime oldest = now.addMonths(-months);
    return inPortions(m_database,
                      [&oldest](QSqlDatabase& connection) { return forgetSome(connection, oldest); });
}

Outcome<int> OldJournal::forgetSome(QSqlDatabase& connection, const QDateTime& oldest)
{
    auto deleted = runQuery(connection,
                            QStringLiteral("DELETE FROM journal_line WHERE (siren, sequence) IN (SELECT "
                                           "siren, sequence FROM journal_line WHERE written_at <> '' AND "
                                           "written_at < ? LIMIT %1) RETURNING siren")
                                .arg(rowsOfOnePortion),
                            {toSql(oldest)});
    if (!deleted) {
        return deleted.failure();
    }
    int lines = 0;
    QSet<QString> companies;
    while (deleted.value().next()) {
        ++lines;
        companies.insert(deleted.value().value(0).toString());
    }
    deleted.value().finish();
    for (const QString& siren : std::as_const(companies)) {
        if (const auto moved = advanceCursor(connection, siren); !moved) {
            return moved.failure();
        }
    }
    return lines;
}

} // namespace proconnect::service
