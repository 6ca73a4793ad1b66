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

    explicit TestDatabase(Holds holds = Holds::Nothing)
    {
        if (!onPostgres()) {
            return;
        }
        static const bool created =
            administer(QStringLiteral("CREATE DATABASE ") + name(), QStringLiteral("postgres"));
        Q_UNUSED(created);
        static QString newest;
        if (holds == Holds::EmptyTables && !newest.isEmpty() && ask(schema()) == newest) {
            administer(emptyTables());
            return;
        }
        administer(QStringLiteral("DROP SCHEMA public CASCADE"));
        administer(QStringLiteral("CREATE SCHEMA public"));
        if (holds == Holds::EmptyTables) {
            (void)Database::open(url()).value();
            newest = ask(schema());
        }
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] static bool onPostgres() { return !server().isEmpty(); }

    [[nodiscard]] QString url() const
    {
        return onPostgres() ? urlOf(name())
                            : QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("service.db"));
    }

    /// Every byte of its files, or the text of every row.
    [[nodiscard]] QByteArray writtenBytes(Database& database) const
    {
        QByteArray all;
        if (onPostgres()) {
            for (const QString& table :
                 texts(database, QStringLiteral("SELECT tablename FROM pg_tables WHERE "
                                                "schemaname = 'public'"))) {
                all += texts(database, QStringLiteral("SELECT CAST(t AS text) FROM %1 t").arg(table))
                           .join(u'\n')
                           .toUtf8();
            }
            return all;
        }
        QDirIterator files(m_folder.path(), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        return all;
    }

    /// Runs one statement over a connection of its own.
    static bool administer(const QString& statement, const QString& database = name())
    {
        (void)ask(statement, database);
        return true;
    }

private:
    /// The first value of what one statement gives, over a connection of its own.
    static QString ask(const QString& statement, const QString& database = name())
    {
        QString answer;
        const QString id = QUuid::createUuid().toString();
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), id);
            PostgresAddress::parse(urlOf(database)).value().applyTo(connection);
            if (!connection.open()) {
                qFatal("PostgreSQL: %s", qPrintable(connection.lastError().text()));
            }
            QSqlQuery query(connection);
            if (!query.exec(QStringLiteral("SET client_min_messages TO 'warning'")) ||
                !query.exec(statement)) {
                qFatal("PostgreSQL: %s", qPrintable(query.lastError().text()));
            }
            answer = query.next() ? query.value(0).toString() : QString();
        }
        QSqlDatabase::removeDatabase(id);
        return answer;
    }

    /// Changes with every table, column and index.
    static QString schema()
    {
        return QStringLiteral(
            "SELECT md5(string_agg(c.relname || a.attname || a.atttypid, ',' ORDER BY c.relname, a.attnum)) "
            "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = "
            "'public'::regnamespace");
    }
    static QString emptyTables()
    {
        return QStringLiteral(
            "DO $$ DECLARE it name; BEGIN PERFORM set_config('session_replication_role', 'replica', true); "
            "FOR it IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> "
            "'schema_migrations' LOOP EXECUTE format('DELETE FROM public.%I', it); END LOOP; END $$");
    }
    [[nodiscard]] static QStringList texts(Database& database, const QString& sql)
    {
        return database
            .read<QStringList>([&](QSqlDatabase& connection) -> Outcome<QStringList> {
                auto query = runQuery(connection, sql);
                QStringList result;
                while (query && query.value().next()) {
                    result.append(query.value().value(0).toString());
                }
                return query ? Outcome<QStringList>(result) : Outcome<QStringList>(query.failure());
            })
            .value();
    }
    [[nodiscard]] static QString server() { return qEnvironmentVariable("PROCONNECT_TEST_POSTGRESQL"); }
    [[nodiscard]] static QString urlOf(const QString& database) { return server() + u'/' + database; }

    /// Of this program: several run at the same time.
    [[nodiscard]] static QString name()
    {
        return QStringLiteral("test_%1").arg(QCoreApplication::applicationPid());
    }

    QTemporaryDir m_folder;
};

} // namespace proconnect::service
