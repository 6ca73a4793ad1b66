// SPDX-License-Identifier: MIT
#include "service/companies/PersonObjections.h"

#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {

QString PersonObjections::printOf(const QString& subject, const QString& siren) const
{
    return QString::fromLatin1(m_keys.fingerprint((siren + u' ' + subject).toUtf8(), "person-objection"));
}

Outcome<bool> PersonObjections::isNoted(QSqlDatabase& connection, const QString& subject,
                                        const QString& siren) const
{
    auto rows = runQuery(connection, QStringLiteral("SELECT print FROM person_objection WHERE print = ?"),
                         {printOf(subject, siren)});
    if (!rows) {
        return rows.failure();
    }
    return rows.value().next();
}

Outcome<Done> PersonObjections::note(QSqlDatabase& connection, const QString& subject, const QString& siren,
                                     const QDateTime& now) const
{
    const auto noted =
        runQuery(connection,
                 QStringLiteral("INSERT INTO person_objection (print, seen_at) VALUES (?, ?) "
                                "ON CONFLICT (print) DO UPDATE SET seen_at = excluded.seen_at"),
                 {printOf(subject, siren), toSql(now)});
    return noted ? Outcome<Done>(Done{}) : Outcome<Done>(noted.failure());
}

Outcome<Done> PersonObjections::lift(QSqlDatabase& connection, const QString& subject,
                                     const QString& siren) const
{
    const auto lifted = runQuery(connection, QStringLiteral("DELETE FROM person_objection WHERE print = ?"),
                                 {printOf(subject, siren)});
    return lifted ? Outcome<Done>(Done{}) : Outcome<Done>(lifted.failure());
}

} // namespace proconnect::service
