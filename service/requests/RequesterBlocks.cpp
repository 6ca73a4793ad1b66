// SPDX-License-Identifier: MIT
#include "service/requests/RequesterBlocks.h"

#include "service/keys/ServiceKeys.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr int blockedMonths = 12;

Outcome<Done> done(const Outcome<QSqlQuery>& query)
{
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace

Outcome<Done> RequesterBlocks::block(QSqlDatabase& connection, const QString& siren, const QString& address,
                                     const QDateTime& now) const
{
    return done(runQuery(connection,
                         QStringLiteral("INSERT INTO requester_block (siren, address, blocked_at) "
                                        "VALUES (?, ?, ?) ON CONFLICT (siren, address) DO UPDATE SET "
                                        "blocked_at = excluded.blocked_at"),
                         {siren, fingerprint(siren, address), toSql(now)}));
}

Outcome<Done> RequesterBlocks::lift(QSqlDatabase& connection, const QString& siren,
                                    const QString& address) const
{
    return done(runQuery(connection,
                         QStringLiteral("DELETE FROM requester_block WHERE siren = ? AND address = ?"),
                         {siren, fingerprint(siren, address)}));
}

Outcome<bool> RequesterBlocks::isBlocked(QSqlDatabase& connection, const QString& siren,
                                         const QString& address, const QDateTime& now) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT 1 FROM requester_block WHERE siren = ? AND address = ? AND blocked_at > ?"),
        {siren, fingerprint(siren, address), toSql(now.addMonths(-blockedMonths))});
    return query ? Outcome<bool>(query.value().next()) : Outcome<bool>(query.failure());
}

QString RequesterBlocks::fingerprint(const QString& siren, const QString& address) const
{
    const QString value = siren + u' ' + address.trimmed().toLower();
    return QString::fromLatin1(m_keys.fingerprint(value.toUtf8(), "requester-block"));
}

} // namespace proconnect::service
