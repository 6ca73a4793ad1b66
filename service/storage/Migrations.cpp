// SPDX-License-Identifier: MIT
#include "service/storage/Migrations.h"

#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

// Q_INIT_RESOURCE must stand outside any namespace.
static void registerMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace proconnect::service {
namespace {

const QString folder = QStringLiteral(":/proconnect/migrations");

QStringList statementsOf(const QString& text)
{
    static const QRegularExpression comment(QStringLiteral("--[^\n]*"));
    static const QRegularExpression end(QStringLiteral(";[ \t]*(\n|$)"));
    QStringList statements;
    const QStringList parts = QString(text).remove(comment).split(end);
    for (const QString& part : parts) {
        if (const QString statement = part.trimmed(); !statement.isEmpty()) {
            statements.append(statement);
        }
    }
    return statements;
}

Outcome<QSet<QString>> appliedMigrations(QSqlDatabase& connection)
{
    auto rows = runQuery(connection, QStringLiteral("SELECT name FROM schema_migrations"));
    if (!rows) {
        return rows.failure();
    }
    QSet<QString> names;
    while (rows.value().next()) {
        names.insert(rows.value().value(0).toString());
    }
    return names;
}

Outcome<Done> expectNoneNewer(const QSet<QString>& applied, const QStringList& known)
{
    for (const QString& name : applied) {
        if (!known.contains(name)) {
            return Failure{FailureCode::StorageUnreadable,
                           QStringLiteral("database was migrated by a newer program (%1)").arg(name),
                           {}};
        }
    }
    return Done{};
}

} // namespace

QStringList knownMigrations()
{
    registerMigrations();
    return QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

Outcome<Done> migrate(QSqlDatabase& connection, const QStringList& known)
{
    if (connection.driverName() == QLatin1String("QPSQL")) {
        // Two instances may start at the same moment on a fresh server.
        if (const auto lock = runQuery(connection, QStringLiteral("SELECT pg_advisory_xact_lock(7215001)"));
            !lock) {
            return lock.failure();
        }
    }
    const auto table =
        runQuery(connection, QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations ("
                                            "name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)"));
    if (!table) {
        return table.failure();
    }
    const auto applied = appliedMigrations(connection);
    if (!applied) {
        return applied.failure();
    }
    if (auto older = expectNoneNewer(applied.value(), known); !older) {
        return older;
    }
    for (const QString& name : known) {
        if (applied.value().contains(name)) {
            continue;
        }
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return Failure{
                FailureCode::Internal, QStringLiteral("migration %1 cannot be read").arg(name), {}};
        }
        const QStringList statements = statementsOf(QString::fromUtf8(file.readAll()));
        for (const QString& statement : statements) {
            if (const auto run = runQuery(connection, statement); !run) {
                return Failure{run.failure().code,
                               QStringLiteral("migration %1: %2").arg(name, run.failure().detail),
                               {}};
            }
        }
        const auto noted = runQuery(connection, QStringLiteral("INSERT INTO schema_migrations VALUES (?, ?)"),
                                    {name, toSql(QDateTime::currentDateTimeUtc())});
        if (!noted) {
            return noted.failure();
        }
    }
    return Done{};
}

Outcome<Done> expectMigrated(QSqlDatabase& connection)
{
    const auto applied = appliedMigrations(connection);
    if (!applied) {
        return Failure{FailureCode::StorageUnreadable,
                       QStringLiteral("not a database of proconnectd: %1").arg(applied.failure().detail),
                       {}};
    }
    const QStringList known = knownMigrations();
    if (auto older = expectNoneNewer(applied.value(), known); !older) {
        return older;
    }
    if (applied.value().size() < known.size()) {
        return Failure{FailureCode::StorageUnreadable,
                       QStringLiteral("database is of an older program; start the service once"),
                       {}};
    }
    return Done{};
}

} // namespace proconnect::service
