// SPDX-License-Identifier: MIT
#include "service/accounts/PortalSources.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QHash>

#include <algorithm>

namespace proconnect::service {
namespace {

constexpr qint64 rewriteSeconds = 60;
constexpr qint64 staleSeconds = 48LL * 3600;

struct Row
{
    QDateTime asOf;
    QDateTime failingSince;
};

Outcome<QHash<QString, Row>> rowsOf(QSqlDatabase& connection, const QString& siren)
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT portal, as_of, failing_since FROM portal_source WHERE siren = ?"),
        {siren});
    if (!query) {
        return query.failure();
    }
    QHash<QString, Row> rows;
    while (query.value().next()) {
        rows.insert(query.value().value(0).toString(), {instantFromSql(query.value().value(1).toString()),
                                                        instantFromSql(query.value().value(2).toString())});
    }
    return rows;
}

PortalSource::State stateOf(const Row& row, const QDateTime& now)
{
    if (row.failingSince.isValid()) {
        return PortalSource::State::Unreachable;
    }
    if (!row.asOf.isValid()) {
        return PortalSource::State::Never;
    }
    return row.asOf.secsTo(now) > staleSeconds ? PortalSource::State::Stale : PortalSource::State::Fresh;
}

} // namespace

Outcome<QList<PortalSource>> PortalSources::of(QSqlDatabase& connection, const QString& siren,
                                               const QDateTime& now) const
{
    const auto rows = rowsOf(connection, siren);
    if (!rows) {
        return rows.failure();
    }
    QList<PortalSource> sources;
    for (const PortalConfiguration& portal : m_portals.all()) {
        const Row row = rows.value().value(portal.portal.id);
        PortalSource source{portal.portal.id, portal.method, stateOf(row, now), {}, {}};
        if (row.asOf.isValid()) {
            source.asOf = row.asOf;
        }
        if (row.failingSince.isValid()) {
            source.failingSince = row.failingSince;
        }
        sources.append(source);
    }
    return sources;
}

Outcome<bool> PortalSources::answered(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                      const QDateTime& now, bool changed)
{
    const auto rows = rowsOf(connection, siren);
    if (!rows) {
        return rows.failure();
    }
    const Row row = rows.value().value(portal);
    const bool recent = row.asOf.isValid() && row.asOf.secsTo(now) < rewriteSeconds;
    if (!changed && recent && !row.failingSince.isValid()) {
        return false;
    }
    const auto written = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO portal_source (siren, portal, as_of, failing_since) VALUES (?, ?, ?, NULL) "
            "ON CONFLICT (siren, portal) DO UPDATE SET as_of = excluded.as_of, failing_since = NULL"),
        {siren, portal, toSql(row.asOf.isValid() ? std::max(row.asOf, now) : now)});
    if (!written) {
        return written.failure();
    }
    return true;
}

Outcome<bool> PortalSources::answeredSince(QSqlDatabase& connection, const QString& siren,
                                           const QString& portal, const QDateTime& instant)
{
    const auto rows = rowsOf(connection, siren);
    if (!rows) {
        return rows.failure();
    }
    const Row row = rows.value().value(portal);
    return row.asOf.isValid() && row.asOf >= instant && !row.failingSince.isValid();
}

Outcome<bool> PortalSources::raise(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                   const QDateTime& instant)
{
    const auto written = runQuery(connection,
                                  QStringLiteral("UPDATE portal_source SET as_of = ? WHERE siren = ? AND "
                                                 "portal = ? AND as_of < ?"),
                                  {toSql(instant), siren, portal, toSql(instant)});
    return written ? Outcome<bool>(written.value().numRowsAffected() > 0) : written.failure();
}

Outcome<bool> PortalSources::lower(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                   const QDateTime& instant)
{
    const auto written = runQuery(connection,
                                  QStringLiteral("UPDATE portal_source SET as_of = ? WHERE siren = ? AND "
                                                 "portal = ? AND as_of > ?"),
                                  {toSql(instant), siren, portal, toSql(instant)});
    return written ? Outcome<bool>(written.value().numRowsAffected() > 0) : written.failure();
}

Outcome<QDateTime> PortalSources::lastAnswer(QSqlDatabase& connection, const QString& siren,
                                             const QString& portal)
{
    const auto rows = rowsOf(connection, siren);
    return rows ? Outcome<QDateTime>(rows.value().value(portal).asOf) : Outcome<QDateTime>(rows.failure());
}

Outcome<bool> PortalSources::failed(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                    const QDateTime& now)
{
    const auto written =
        runQuery(connection,
                 QStringLiteral(
                     "INSERT INTO portal_source (siren, portal, as_of, failing_since) VALUES (?, ?, NULL, ?) "
                     "ON CONFLICT (siren, portal) DO UPDATE SET failing_since = excluded.failing_since "
                     "WHERE portal_source.failing_since IS NULL"),
                 {siren, portal, toSql(now)});
    if (!written) {
        return written.failure();
    }
    return written.value().numRowsAffected() > 0;
}

} // namespace proconnect::service
