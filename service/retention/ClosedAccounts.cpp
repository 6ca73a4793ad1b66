// SPDX-License-Identifier: MIT
#include "service/retention/ClosedAccounts.h"

#include "service/journal/CompanyCursor.h"
#include "service/retention/InPortions.h"
#include "service/storage/SqlInstant.h"

#include <QSet>

namespace proconnect::service {
Outcome<int> ClosedAccounts::forget(const QDateTime& now)
{
    static const Dating undated{QStringLiteral("portal_account"), QStringLiteral("siren, id"),
                                QStringLiteral("closed_at"),
                                QStringLiteral("state = 'closed' AND content <> '' AND closed_at IS NULL")};
    if (auto dated = date(m_database, undated, now); !dated) {
        return dated;
    }
    const QDateTime oldest = now.addMonths(-months);
    return inPortions(m_database,
                      [&oldest](QSqlDatabase& connection) { return forgetSome(connection, oldest); });
}

Outcome<int> ClosedAccounts::forgetSome(QSqlDatabase& connection, const QDateTime& oldest)
{
    auto old =
        runQuery(connection,
                 QStringLiteral("SELECT siren, id FROM portal_account WHERE state = 'closed' AND content "
                                "<> '' AND closed_at < ? LIMIT %1")
                     .arg(rowsOfOnePortion),
                 {toSql(oldest)});
    if (!old) {
        return old.failure();
    }
    QList<std::pair<QString, QString>> accounts;
    while (old.value().next()) {
        accounts.append({old.value().value(0).toString(), old.value().value(1).toString()});
    }
    QSet<QString> companies;
    for (const auto& [siren, id] : std::as_const(accounts)) {
        const auto forgotten =
            runQuery(connection,
                     QStringLiteral("UPDATE portal_account SET content = '', scim_id = '', etag = '', "
                                    "certified_subject = '' WHERE siren = ? AND id = ?"),
                     {siren, id});
        if (!forgotten) {
            return forgotten.failure();
        }
        companies.insert(siren);
    }
    for (const QString& siren : std::as_const(companies)) {
        if (const auto moved = advanceCursor(connection, siren); !moved) {
            return moved.failure();
        }
    }
    return static_cast<int>(accounts.size());
}

} // namespace proconnect::service
