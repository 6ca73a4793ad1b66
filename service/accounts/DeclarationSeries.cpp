// SPDX-License-Identifier: MIT
#include "service/accounts/DeclarationSeries.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QUuid>

namespace proconnect::service {
namespace {

Outcome<Done> run(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto query = runQuery(connection, sql, values);
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

Failure conflict(const char* why)
{
    return {FailureCode::Conflict, QLatin1String(why), {}};
}

} // namespace

Outcome<DeclarationSeries::Progress> DeclarationSeries::note(QSqlDatabase& connection, const Page& page,
                                                             const QDateTime& now) const
{
    const auto row = begun(connection, page, now);
    if (!row) {
        return row.failure();
    }
    if (row.value().completed) {
        return Progress{row.value().key, 0, true};
    }
    if (const auto kept = keep(connection, row.value().key, page); !kept) {
        return kept.failure();
    }
    auto came = runQuery(connection, QStringLiteral("SELECT count(*) FROM declaration_page WHERE series = ?"),
                         {row.value().key});
    if (!came) {
        return came.failure();
    }
    came.value().next();
    return Progress{row.value().key, page.count - came.value().value(0).toInt(), false};
}

Outcome<std::optional<DeclarationSeries::Row>>
DeclarationSeries::find(QSqlDatabase& connection, const QString& siren, const QString& portal)
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT series, id, as_of, pages, completed FROM declaration_series WHERE "
                                "siren = ? AND portal = ?"),
                 {siren, portal});
    if (!query) {
        return query.failure();
    }
    if (!query.value().next()) {
        return std::optional<Row>();
    }
    const QSqlQuery& row = query.value();
    return std::optional(Row{row.value(0).toString(), row.value(1).toString(),
                             instantFromSql(row.value(2).toString()), row.value(3).toInt(),
                             row.value(4).toInt() != 0});
}

Outcome<bool> DeclarationSeries::underWay(QSqlDatabase& connection, const Page& page) const
{
    const auto row = find(connection, page.siren, page.portal);
    if (!row) {
        return row.failure();
    }
    return row.value() && !row.value()->completed && row.value()->id == page.series &&
           row.value()->asOf == page.asOf;
}

Outcome<Done> DeclarationSeries::overtake(QSqlDatabase& connection, const QString& siren,
                                          const QString& portal, const QStringList& accounts)
{
    const auto row = find(connection, siren, portal);
    if (!row) {
        return row.failure();
    }
    if (!row.value() || row.value()->completed) {
        return Done{};
    }
    for (const QString& account : accounts) {
        auto noted = run(connection,
                         QStringLiteral("INSERT INTO declared_account (series, account, overtaken) "
                                        "VALUES (?, ?, 1) ON CONFLICT (series, account) DO UPDATE SET "
                                        "overtaken = 1"),
                         {row.value()->key, account});
        if (!noted) {
            return noted;
        }
    }
    return Done{};
}

Outcome<QSet<QString>> DeclarationSeries::overtaken(QSqlDatabase& connection, const QString& key) const
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT account FROM declared_account WHERE series = ? AND overtaken = 1"),
        {key});
    if (!query) {
        return query.failure();
    }
    QSet<QString> accounts;
    while (query.value().next()) {
        accounts.insert(query.value().value(0).toString());
    }
    return accounts;
}

Outcome<Done> DeclarationSeries::abandon(QSqlDatabase& connection, const QString& siren,
                                         const QString& portal)
{
    return run(connection,
               QStringLiteral("DELETE FROM declaration_series WHERE siren = ? AND portal = ? AND "
                              "completed = 0"),
               {siren, portal});
}

Outcome<Done> DeclarationSeries::forgetNewer(QSqlDatabase& connection, const QString& siren,
                                             const QString& portal, const QDateTime& asOf)
{
    return run(connection,
               QStringLiteral("DELETE FROM declaration_series WHERE siren = ? AND portal = ? AND as_of > ?"),
               {siren, portal, toSql(asOf)});
}

Outcome<DeclarationSeries::Row> DeclarationSeries::begun(QSqlDatabase& connection, const Page& page,
                                                         const QDateTime& now) const
{
    const auto known = find(connection, page.siren, page.portal);
    if (!known) {
        return known.failure();
    }
    if (known.value()) {
        const Row& row = *known.value();
        if (row.id == page.series) {
            return row.asOf == page.asOf && row.pages == page.count
                       ? Outcome<Row>(row)
                       : Outcome<Row>(conflict("the series has another instant or number of pages"));
        }
        if (page.asOf < row.asOf && !page.replaces) {
            return conflict("a newer series was begun");
        }
        const auto replaced =
            run(connection, QStringLiteral("DELETE FROM declaration_series WHERE series = ?"), {row.key});
        if (!replaced) {
            return replaced.failure();
        }
    }
    const Row row{QUuid::createUuid().toString(QUuid::WithoutBraces), page.series, page.asOf, page.count,
                  false};
    const auto added = run(
        connection,
        QStringLiteral("INSERT INTO declaration_series (series, siren, portal, id, as_of, pages, accounts, "
                       "completed, began_at) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?)"),
        {row.key, page.siren, page.portal, row.id, toSql(row.asOf), row.pages, toSql(now)});
    return added ? Outcome<Row>(row) : Outcome<Row>(added.failure());
}

Outcome<Done> DeclarationSeries::keep(QSqlDatabase& connection, const QString& key, const Page& page) const
{
    auto noted = run(
        connection,
        QStringLiteral("INSERT INTO declaration_page (series, page) VALUES (?, ?) ON CONFLICT DO NOTHING"),
        {key, page.number});
    if (!noted) {
        return noted;
    }
    int added = 0;
    for (const QString& account : page.accounts) {
        const auto held = runQuery(
            connection,
            QStringLiteral(
                "INSERT INTO declared_account (series, account) VALUES (?, ?) ON CONFLICT DO NOTHING"),
            {key, account});
        if (!held) {
            return held.failure();
        }
        added += held.value().numRowsAffected();
    }
    const auto counted = runQuery(connection,
                                  QStringLiteral("UPDATE declaration_series SET accounts = accounts + ? "
                                                 "WHERE series = ? AND accounts + ? <= ?"),
                                  {added, key, added, mostAccounts});
    if (!counted) {
        return counted.failure();
    }
    if (counted.value().numRowsAffected() == 0) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("more accounts than a company can have"),
                       QStringLiteral("accounts")};
    }
    return Done{};
}

Outcome<QDateTime> DeclarationSeries::latest(QSqlDatabase& connection, const QString& siren,
                                             const QString& portal)
{
    const auto row = find(connection, siren, portal);
    if (!row) {
        return row.failure();
    }
    return row.value() ? row.value()->asOf : QDateTime();
}

Outcome<QStringList> DeclarationSeries::missing(QSqlDatabase& connection, const QString& key) const
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT a.id FROM declaration_series s JOIN portal_account a ON a.siren = "
                                "s.siren AND a.portal = s.portal WHERE s.series = ? AND a.state <> 'closed' "
                                "AND NOT EXISTS (SELECT 1 FROM declared_account d WHERE d.series = s.series "
                                "AND d.account = a.id)"),
                 {key});
    if (!query) {
        return query.failure();
    }
    QStringList ids;
    while (query.value().next()) {
        ids.append(query.value().value(0).toString());
    }
    return ids;
}

Outcome<Done> DeclarationSeries::complete(QSqlDatabase& connection, const QString& key) const
{
    for (const char* held : {"declaration_page", "declared_account"}) {
        auto forgotten = run(
            connection, QStringLiteral("DELETE FROM %1 WHERE series = ?").arg(QLatin1String(held)), {key});
        if (!forgotten) {
            return forgotten;
        }
    }
    return run(connection, QStringLiteral("UPDATE declaration_series SET completed = 1 WHERE series = ?"),
               {key});
}

} // namespace proconnect::service
