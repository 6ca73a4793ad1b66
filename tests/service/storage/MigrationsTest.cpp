// SPDX-License-Identifier: MIT
#include "service/storage/Migrations.h"

#include "tests/service/support/TestDatabase.h"

#include <QMap>
#include <QSqlField>
#include <QSqlRecord>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;

/// Databases of every earlier version, with a row in each of their tables, opened by this program.
class MigrationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_place = std::make_unique<TestDatabase>();
        const auto fresh = Database::open(m_place->url());
        QVERIFY(fresh.ok());
        m_newest = read<QStringList>([](QSqlDatabase& connection) { return schemaOf(connection); });
        QVERIFY(m_newest.size() > 100);
    }

    void open_databaseOfAnEarlierVersion_keepsEveryRow_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= knownMigrations().size(); ++version) {
            QTest::newRow(qPrintable(knownMigrations()[version - 1])) << version;
        }
    }
    void open_databaseOfAnEarlierVersion_keepsEveryRow()
    {
        QFETCH(int, version);
        m_place = std::make_unique<TestDatabase>();
        const QStringList known = knownMigrations().mid(0, version);
        QMap<QString, QSqlRecord> rows;
        inTransaction([&](QSqlDatabase& connection) {
            const auto migrated = migrate(connection, known);
            QVERIFY2(migrated.ok(), qPrintable(migrated ? QString() : migrated.failure().detail));
            fill(connection);
            rows = firstRows(connection);
        });
        QVERIFY(rows.size() > 5);

        QCOMPARE(Database::openAsItIs(m_place->url()).ok(), version == knownMigrations().size());
        const auto opened = Database::open(m_place->url());
        QVERIFY2(opened.ok(), qPrintable(opened ? QString() : opened.failure().detail));
        QCOMPARE(read<QStringList>([](QSqlDatabase& connection) { return schemaOf(connection); }), m_newest);
        const auto after =
            read<QMap<QString, QSqlRecord>>([](QSqlDatabase& connection) { return firstRows(connection); });
        for (auto table = rows.cbegin(); table != rows.cend(); ++table) {
            for (int column = 0; column < table->count(); ++column) {
                const QString name = table->fieldName(column);
                QVERIFY2(after[table.key()].value(name) == table->value(column),
                         qPrintable(table.key() + u'.' + name));
            }
        }
    }

    void migrate_databaseOfALaterVersion_isRefusedAndLeftAlone()
    {
        m_place = std::make_unique<TestDatabase>();
        QVERIFY(Database::open(m_place->url()).ok());
        inTransaction([](QSqlDatabase& connection) {
            const auto older = migrate(connection, knownMigrations().mid(0, 3));
            QVERIFY(!older);
            QCOMPARE(older.failure().code, FailureCode::StorageUnreadable);
        });
        QCOMPARE(read<QStringList>([](QSqlDatabase& connection) { return schemaOf(connection); }), m_newest);
    }

private:
    static QStringList tablesOf(const QSqlDatabase& connection)
    {
        QStringList tables = connection.tables();
        tables.sort();
        // Others refer to these.
        std::stable_partition(tables.begin(), tables.end(), [](const QString& name) {
            return name == QLatin1String("sessions") || name == QLatin1String("declaration_series");
        });
        return tables;
    }

    /// Every column of every table, and every index.
    static QStringList schemaOf(QSqlDatabase& connection)
    {
        QStringList all;
        for (const QString& table : tablesOf(connection)) {
            const QSqlRecord record = connection.record(table);
            for (int i = 0; i < record.count(); ++i) {
                const QSqlField field = record.field(i);
                all.append(QStringLiteral("%1.%2 %3 %4 %5")
                               .arg(table, field.name(), QString::fromLatin1(field.metaType().name()))
                               .arg(field.requiredStatus())
                               .arg(field.defaultValue().toString()));
            }
        }
        auto indexes = runQuery(
            connection, TestDatabase::onPostgres()
                            ? QStringLiteral("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")
                            : QStringLiteral("SELECT coalesce(sql, name) FROM sqlite_master WHERE "
                                             "type = 'index'"));
        while (indexes && indexes.value().next()) {
            all.append(indexes.value().value(0).toString());
        }
        all.sort();
        return all;
    }

    /// A row in each table: what migrations must not stumble over, nor lose.
    static void fill(QSqlDatabase& connection)
    {
        for (const QString& table : tablesOf(connection)) {
            if (table == QLatin1String("schema_migrations")) {
                continue;
            }
            const QSqlRecord record = connection.record(table);
            QStringList marks;
            QVariantList values;
            for (int i = 0; i < record.count(); ++i) {
                const bool text = record.field(i).metaType().id() == QMetaType::QString;
                marks.append(QStringLiteral("?"));
                values.append(text ? QVariant(QStringLiteral("as it was")) : QVariant(7));
            }
            const auto added =
                runQuery(connection,
                         QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, marks.join(u',')), values);
            QVERIFY2(added.ok(), qPrintable(table));
        }
    }

    static QMap<QString, QSqlRecord> firstRows(QSqlDatabase& connection)
    {
        QMap<QString, QSqlRecord> rows;
        for (const QString& table : tablesOf(connection)) {
            auto row = runQuery(connection, QStringLiteral("SELECT * FROM %1").arg(table));
            if (table != QLatin1String("schema_migrations") && row && row.value().next()) {
                rows.insert(table, row.value().record());
            }
        }
        return rows;
    }

    /// Over a connection that is none of the service's, which would migrate all.
    void inTransaction(const std::function<void(QSqlDatabase&)>& work) const
    {
        const QString name = QStringLiteral("migrations-test");
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(
                TestDatabase::onPostgres() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), name);
            if (TestDatabase::onPostgres()) {
                PostgresAddress::parse(m_place->url()).value().applyTo(connection);
            } else {
                connection.setDatabaseName(m_place->url().mid(static_cast<int>(qstrlen("sqlite:"))));
            }
            QVERIFY(connection.open());
            QVERIFY(runQuery(connection, QStringLiteral("BEGIN")).ok());
            work(connection);
            QVERIFY(runQuery(connection, QStringLiteral("COMMIT")).ok());
        }
        QSqlDatabase::removeDatabase(name);
    }
    template <typename T>
    T read(const std::function<T(QSqlDatabase&)>& look) const
    {
        T found;
        inTransaction([&](QSqlDatabase& connection) { found = look(connection); });
        return found;
    }

    std::unique_ptr<TestDatabase> m_place;
    QStringList m_newest;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "MigrationsTest.moc"
