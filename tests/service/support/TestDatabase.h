// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"
#include "service/storage/PostgresAddress.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QUuid>

namespace proconnect::service {

/// Where a test's own empty database is: a file of SQLite, or the schema of this program's database on the
/// server that PROCONNECT_TEST_POSTGRESQL names (tests/service/postgresql), emptied each time; the server is
/// thrown away.
class TestDatabase
{
public:
    enum class Holds {
        Nothing,
        EmptyTables, ///< the newest schema; on PostgreSQL much faster than making it each time
    };

    explicit TestDatabase(Holds holds = Holds::Nothing);
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] static bool onPostgres() { return !server().isEmpty(); }

    [[nodiscard]] QString url() const;

    /// Every byte of its files, or the text of every row.
    [[nodiscard]] QByteArray writtenBytes(Database& database) const;

    /// Runs one statement over a connection of its own.
    static bool administer(const QString& statement, const QString& database = name());

private:
    /// The first value of what one statement gives, over a connection of its own.
    static QString ask(const QString& statement, const QString& database = name());

    /// Changes with every table, column and index.
    static QString schema();
    static QString emptyTables();
    [[nodiscard]] static QStringList texts(Database& database, const QString& sql);
    [[nodiscard]] static QString server() { return qEnvironmentVariable("PROCONNECT_TEST_POSTGRESQL"); }
    [[nodiscard]] static QString urlOf(const QString& database) { return server() + u'/' + database; }

    /// Of this program: several run at the same time.
    [[nodiscard]] static QString name();

    QTemporaryDir m_folder;
};

} // namespace proconnect::service
