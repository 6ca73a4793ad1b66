// SPDX-License-Identifier: MIT
#include "service/storage/SqlDatabase.h"

#include "service/storage/Migrations.h"
#include "service/storage/SqlFailure.h"
#include "service/storage/ThreadConnections.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSqlError>

#include <atomic>
#include <chrono>
#include <thread>

namespace proconnect::service {
namespace {

constexpr int mostAttempts = 10;
constexpr int attemptsAmongOthers = 2;
constexpr int mostReadings = 2;

Failure unusable(const QString& why)
{
    return {FailureCode::StorageUnreadable, why, {}};
}

/// Longer each time, and by chance, so that those who disturbed each other do not meet again.
std::chrono::milliseconds pauseAfter(int attempt)
{
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(1, 2 << attempt));
}

/// SQLite would create the file readable to everyone; its -wal and -shm files take the mode of the main one.
bool createPrivately(const QString& path)
{
    QFile file(path);
    const bool created = file.open(QIODevice::NewOnly | QIODevice::WriteOnly,
                                   QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return created || file.exists();
}

} // namespace

Outcome<std::shared_ptr<Database>> SqlDatabase::open(const QString& url, Opening opening)
{
    static std::atomic<quint64> databases{0};
    const QString sqlitePrefix = QStringLiteral("sqlite:");
    std::shared_ptr<SqlDatabase> database(new SqlDatabase(++databases));
    if (url.startsWith(sqlitePrefix)) {
        const QString file = url.mid(sqlitePrefix.size());
        if (file.isEmpty() || file.startsWith(u':')) {
            return unusable(QStringLiteral("database url names no file"));
        }
        if (opening == Opening::AsItIs && !QFile::exists(file)) {
            return unusable(QStringLiteral("database file does not exist"));
        }
        if (opening == Opening::Migrated && !createPrivately(file)) {
            return unusable(QStringLiteral("database file cannot be created"));
        }
        database->m_sqliteFile = file;
    } else {
        auto server = PostgresAddress::parse(url);
        if (!server) {
            return server.failure();
        }
        database->m_server = std::move(server).value();
    }
    if (opening == Opening::AsItIs) {
        const auto expected = database->read<Done>(expectMigrated);
        return expected ? Outcome<std::shared_ptr<Database>>(std::move(database)) : expected.failure();
    }
    // Not serializable: behind the lock that lets one instance migrate, each statement must see what the
    // instance before has done.
    const auto migrated =
        database->claim<Done>([&](QSqlDatabase& connection) -> Outcome<Done> { return migrate(connection); });
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
    // SQLite changes a fresh file's journal without waiting for whoever has it: several instances that start
    // at once find it busy.
    for (int attempt = 1;; ++attempt) {
        mine.remove(m_number);
        const QString name = QStringLiteral("proconnect-%1-%2").arg(m_number).arg(++connections);
        mine.remember(m_number, name, countConnection());
        (void)takeNotedTrouble();
        auto connection = connect(name);
        if (connection || takeNotedTrouble() != SqlTrouble::OtherWriter || attempt == mostAttempts) {
            return connection;
        }
        std::this_thread::sleep_for(pauseAfter(attempt));
    }
}

Outcome<QSqlDatabase> SqlDatabase::connect(const QString& connectionName) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(
        m_server ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connectionName);
    if (m_server) {
        m_server->applyTo(connection);
    } else {
        connection.setDatabaseName(m_sqliteFile);
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }
    if (!connection.open()) {
        return failureOf(connection.lastError());
    }
    // An instance that hangs within a transaction must not hold its locks for ever.
    const QStringList settings =
        m_server
            ? QStringList{QStringLiteral("SET TIME ZONE 'UTC'"),
                          QStringLiteral("SET client_min_messages TO 'warning'"),
                          QStringLiteral("SET statement_timeout TO '30s'"),
                          QStringLiteral("SET idle_in_transaction_session_timeout TO '30s'")}
            : QStringList{QStringLiteral("PRAGMA journal_mode=WAL"),
                          // Each thread has its own pages: with SQLite's 2 MB, memory would grow for
                          // hours. The system caches the file for all of them.
                          QStringLiteral("PRAGMA cache_size=-256"), QStringLiteral("PRAGMA synchronous=FULL"),
                          QStringLiteral("PRAGMA foreign_keys=ON")};
    for (const QString& setting : settings) {
        if (const auto set = runQuery(connection, setting); !set) {
            connection.close();
            return set.failure();
        }
    }
    return connection;
}

Outcome<Done> SqlDatabase::begin(QSqlDatabase& connection, Isolation isolation, int attempt) const
{
    auto begun = runQuery(connection, beginStatement(isolation, attempt));
    if (!begun) {
        return begun.failure();
    }
    const bool isLocked = !m_server || isolation == Isolation::ReadCommitted || begun.value().nextResult();
    return isLocked ? Outcome<Done>(Done{}) : noteSqlFailure(begun.value().lastError());
}

QString SqlDatabase::beginStatement(Isolation isolation, int attempt) const
{
    if (!m_server) {
        return QStringLiteral("BEGIN IMMEDIATE");
    }
    if (isolation == Isolation::ReadCommitted) {
        return QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED");
    }
    // Any table does that is there. To lock it takes no snapshot: what was waited for is seen.
    const QString lock =
        QStringLiteral("BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE schema_migrations IN ");
    return lock + (attempt > attemptsAmongOthers ? QStringLiteral("EXCLUSIVE MODE")
                                                 : QStringLiteral("ROW SHARE MODE"));
}

std::optional<Failure> SqlDatabase::runReading(const std::function<bool(QSqlDatabase&)>& work)
{
    for (int attempt = 1;; ++attempt) {
        auto connection = threadConnection();
        if (!connection) {
            return connection.failure();
        }
        (void)takeNotedTrouble();
        if (work(connection.value()) || takeNotedTrouble() != SqlTrouble::ConnectionLost) {
            return std::nullopt;
        }
        connection.value().close();
        if (attempt == mostReadings) {
            return std::nullopt;
        }
    }
}

DatabaseCounts SqlDatabase::counts() const
{
    return {*m_connections, m_committed, m_undone, m_failed, m_repeated};
}

std::shared_ptr<void> SqlDatabase::countConnection() const
{
    ++*m_connections;
    return {nullptr, [count = m_connections](void*) { --*count; }};
}

std::optional<Failure> SqlDatabase::runTransaction(Isolation isolation,
                                                   const std::function<bool(QSqlDatabase&)>& work)
{
    bool committed = false;
    auto failure = runAttempts(isolation, work, committed);
    ++(failure ? m_failed : committed ? m_committed : m_undone);
    return failure;
}

std::optional<Failure>
SqlDatabase::runAttempts(Isolation isolation, const std::function<bool(QSqlDatabase&)>& work, bool& committed)
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
        // SQLite has one writer, and would have each of the others look again after pauses that grow.
        auto turn = m_server ? std::unique_lock<std::mutex>() : std::unique_lock(m_writer);

        SqlTrouble trouble = SqlTrouble::None;
        if (const auto begun = begin(sql, isolation, attempt); !begun) {
            failure = begun.failure();
            trouble = takeNotedTrouble();
        } else if (work(sql)) {
            const auto commit = runQuery(sql, QStringLiteral("COMMIT"));
            if (commit) {
                committed = true;
                return std::nullopt;
            }
            failure = commit.failure();
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
        if (trouble == SqlTrouble::ConnectionLost) {
            sql.close();
        } else {
            (void)QSqlQuery(sql).exec(QStringLiteral("ROLLBACK"));
        }
        if (trouble != SqlTrouble::OtherWriter && trouble != SqlTrouble::ConnectionLost) {
            return failure;
        }
        ++m_repeated;
        turn = {};
        // Who has the others wait need not; a server that is gone takes its time to come back.
        const bool goesAlone = m_server && isolation == Isolation::Serializable &&
                               trouble == SqlTrouble::OtherWriter && attempt >= attemptsAmongOthers;
        if (!goesAlone) {
            std::this_thread::sleep_for(pauseAfter(attempt));
        }
    }
    return failure;
}

} // namespace proconnect::service
