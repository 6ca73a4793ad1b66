// SPDX-License-Identifier: MIT
#pragma once

#include "service/storage/Database.h"
#include "service/storage/PostgresAddress.h"

#include <QDirIterator>
#include <QFile>
#include <QSqlError>
#include <QTemporaryDir>
#include <QUuid>

namespace proconnect::service {

/// Where a test's own empty database is: a file of SQLite, or a database of the server that
/// PROCONNECT_TEST_POSTGRESQL names (tests/service/postgresql), dropped at the end.
class TestDatabase
{
public:
    TestDatabase()
    {
        if (onPostgres()) {
            m_name = QStringLiteral("test_") + QUuid::createUuid().toString(QUuid::Id128);
            administer(QStringLiteral("CREATE DATABASE ") + m_name);
        }
    }
    ~TestDatabase()
    {
        if (onPostgres()) {
            administer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
        }
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] static bool onPostgres() { return !server().isEmpty(); }

    [[nodiscard]] QString url() const
    {
        return onPostgres() ? urlOf(m_name)
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

    /// Runs one statement on the server, beside every test's database.
    static void administer(const QString& statement)
    {
        const QString name = QUuid::createUuid().toString();
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
            PostgresAddress::parse(urlOf(QStringLiteral("postgres"))).value().applyTo(connection);
            QSqlQuery query(connection);
            if (!connection.open() || !query.exec(statement)) {
                qFatal("PostgreSQL: %s",
                       qPrintable(connection.lastError().text() + query.lastError().text()));
            }
        }
        QSqlDatabase::removeDatabase(name);
    }

private:
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

    QTemporaryDir m_folder;
    QString m_name;
};

} // namespace proconnect::service
