// SPDX-License-Identifier: MIT
#include "service/storage/SqlDatabase.h"

#include "service/storage/Migrations.h"
#include "service/storage/SqlFailure.h"
#include "service/storage/ThreadConnections.h"

#include <QFile>
#include <QSqlError>

#include <atomic>
#include <chrono>
#include <thread>

namespace proconnect::service {
namespace {

constexpr int mostAttempts = 8;

Failure unusable(const QString& why)
{
    return {FailureCode::StorageUnreadable, why, {}};
}

/// SQLite would create the file readable to everyone; its -wal and -shm files take the mode of the main one.
bool createPrivately(const QString& path)
{
    QFile file(path);
    if (file.exists()) {
        return true;
    }
    return file.open(QIODevice::NewOnly | QIODevice::WriteOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

Outcome<std::shared_ptr<Database>> SqlDatabase::open(const QString& url)
{
    static std::atomic<quint64> databases{0};
    const QString sqlitePrefix = QStringLiteral("sqlite:");
    std::shared_ptr<SqlDatabase> database(new SqlDatabase(++databases));
    if (url.startsWith(sqlitePrefix)) {
        const QString file = url.mid(sqlitePrefix.size());
        if (file.isEmpty() || file.startsWith(u':')) {
            return unusable(QStringLiteral("database url names no file"));
        }
        if (!createPrivately(file)) {
            return unusable(QStringLiteral("database file cannot be created"));
        }
        database->m_sqliteFile = file;
    } else {
        const QUrl server(url, QUrl::StrictMode);
        if (!server.isValid() || server.scheme() != QLatin1String("postgresql") || server.path().size() < 2) {
            return unusable(QStringLiteral("database url is neither sqlite:FILE nor postgresql://host/name"));
        }
        database->m_server = server;
    }
    const auto migrated =
        database->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> { return migrate(connection); });
    if (!migrated) {
        return migrated.failure();
    }
    return std::shared_ptr<Database>(std::move(database));
}

SqlDatabase::~SqlDatabase()
{
    ThreadConnections::ofThisThread().remove(m_number);
}

Outcome<QSqlDatabase> SqlDatabase::threadConnection()
{
    static std::atomic<quint64> connections{0};
    auto& mine = ThreadConnections::ofThisThread();
    if (const QString known = mine.name(m_number); !known.isEmpty()) {
        QSqlDatabase connection = QSqlDatabase::database(known, false);
        if (connection.isOpen()) {
            return connection;
        }
    }
    mine.remove(m_number);
    const QString name = QStringLiteral("proconnect-%1-%2").arg(m_number).arg(++connections);
    mine.remember(m_number, name);
    return connect(name);
}

Outcome<QSqlDatabase> SqlDatabase::connect(const QString& connectionName) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(
        isSqlite() ? QStringLiteral("QSQLITE") : QStringLiteral("QPSQL"), connectionName);
    if (isSqlite()) {
        connection.setDatabaseName(m_sqliteFile);
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    } else {
        connection.setHostName(m_server.host());
        connection.setPort(m_server.port(5432));
        connection.setUserName(m_server.userName(QUrl::FullyDecoded));
        connection.setPassword(m_server.password(QUrl::FullyDecoded));
        connection.setDatabaseName(m_server.path(QUrl::FullyDecoded).mid(1));
        connection.setConnectOptions(QStringLiteral("connect_timeout=5"));
    }
    if (!connection.open()) {
        return failureOf(connection.lastError());
    }
    const QStringList settings = isSqlite() ? QStringList{QStringLiteral("PRAGMA journal_mode=WAL"),
                                                          QStringLiteral("PRAGMA synchronous=FULL"),
                                                          QStringLiteral("PRAGMA foreign_keys=ON")}
                                            : QStringList{QStringLiteral("SET TIME ZONE 'UTC'"),
                                                          QStringLiteral("SET statement_timeout TO '30s'")};
    for (const QString& setting : settings) {
        if (const auto set = runQuery(connection, setting); !set) {
            connection.close();
            return set.failure();
        }
    }
    return connection;
}

QString SqlDatabase::beginStatement() const
{
    // Both make writers behave as if they ran one after the other.
    return isSqlite() ? QStringLiteral("BEGIN IMMEDIATE")
                      : QStringLiteral("BEGIN ISOLATION LEVEL SERIALIZABLE");
}

std::optional<Failure> SqlDatabase::runTransaction(const std::function<bool(QSqlDatabase&)>& work)
{
    std::optional<Failure> failure;
    for (int attempt = 1; attempt <= mostAttempts; ++attempt) {
        failure.reset();
        auto connection = threadConnection();
        if (!connection) {
            return connection.failure();
        }
        QSqlDatabase& sql = connection.value();
        (void)takeNotedTrouble();

        SqlTrouble trouble = SqlTrouble::None;
        if (const auto begun = runQuery(sql, beginStatement()); !begun) {
            failure = begun.failure();
            trouble = takeNotedTrouble();
        } else if (work(sql)) {
            const auto committed = runQuery(sql, QStringLiteral("COMMIT"));
            if (committed) {
                return std::nullopt;
            }
            failure = committed.failure();
            trouble = takeNotedTrouble();
            // Whether a commit took effect is unknown once the connection is gone: never run it again
            // unasked.
            if (trouble == SqlTrouble::ConnectionLost) {
                sql.close();
                return failure;
            }
        } else {
            trouble = takeNotedTrouble();
        }
        (void)QSqlQuery(sql).exec(QStringLiteral("ROLLBACK"));
        if (trouble == SqlTrouble::ConnectionLost) {
            sql.close();
        }
        if (trouble != SqlTrouble::OtherWriter && trouble != SqlTrouble::ConnectionLost) {
            return failure;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2L << attempt));
    }
    return failure;
}

} // namespace proconnect::service
