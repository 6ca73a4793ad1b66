// SPDX-License-Identifier: MIT
#include "tests/service/support/TestDatabase.h"

namespace proconnect::service {

TestDatabase::TestDatabase(Holds holds)
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

QString TestDatabase::url() const
{
    return onPostgres() ? urlOf(name())
                        : QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("service.db"));
}

QByteArray TestDatabase::writtenBytes(Database& database) const
{
    QByteArray all;
    if (onPostgres()) {
        for (const QString& table : texts(database, QStringLiteral("SELECT tablename FROM pg_tables WHERE "
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

bool TestDatabase::administer(const QString& statement, const QString& database)
{
    (void)ask(statement, database);
    return true;
}

QString TestDatabase::ask(const QString& statement, const QString& database)
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
        if (!query.exec(QStringLiteral("SET client_min_messages TO 'warning'")) || !query.exec(statement)) {
            qFatal("PostgreSQL: %s", qPrintable(query.lastError().text()));
        }
        answer = query.next() ? query.value(0).toString() : QString();
    }
    QSqlDatabase::removeDatabase(id);
    return answer;
}

QString TestDatabase::schema()
{
    return QStringLiteral(
        "SELECT md5(string_agg(c.relname || a.attname || a.atttypid, ',' ORDER BY c.relname, a.attnum)) "
        "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = "
        "'public'::regnamespace");
}

QString TestDatabase::emptyTables()
{
    return QStringLiteral(
        "DO $$ DECLARE it name; BEGIN PERFORM set_config('session_replication_role', 'replica', true); "
        "FOR it IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> "
        "'schema_migrations' LOOP EXECUTE format('DELETE FROM public.%I', it); END LOOP; END $$");
}

QStringList TestDatabase::texts(Database& database, const QString& sql)
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

QString TestDatabase::name()
{
    return QStringLiteral("test_%1").arg(QCoreApplication::applicationPid());
}

} // namespace proconnect::service
