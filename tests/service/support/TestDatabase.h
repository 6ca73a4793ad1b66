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
    TestDatabase()
    {
        if (onPostgres()) {
            static const bool created =
                administer(QStringLiteral("CREATE DATABASE ") + name(), QStringLiteral("postgres"));
            Q_UNUSED(created);
            administer(QStringLiteral("DROP SCHEMA public CASCADE"), name());
            administer(QStringLiteral("CREATE SCHEMA public"), name());
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
        }
        QSqlDatabase::removeDatabase(id);
        return true;
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

    /// Of this program: several run at the same time.
    [[nodiscard]] static QString name()
    {
        return QStringLiteral("test_%1").arg(QCoreApplication::applicationPid());
    }

    QTemporaryDir m_folder;
};

} // namespace proconnect::service
