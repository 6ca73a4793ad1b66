// SPDX-License-Identifier: MIT
#include "tests/service/support/TestDatabase.h"

#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace proconnect;
using namespace proconnect::service;

/// Statements that stay prepared on a connection, whatever happens between two uses.
class PreparedRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<TestDatabase>(); }
    void cleanup() { m_place.reset(); }

    void readRow_sameStatementAgain_seesWhatWasWrittenSince()
    {
        const auto database = open();
        QVERIFY(
            write(*database.value(),
                  QStringLiteral("CREATE TABLE texts (id TEXT PRIMARY KEY, number BIGINT, missing TEXT)")));
        const QString id = QStringLiteral("a");
        QVERIFY(!textRow(*database.value(), id).value());
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO texts VALUES (?, 1, NULL)"), {id}));
        QCOMPARE(textRow(*database.value(), id).value()->at(1).toInt(), 1);
        std::thread([&] {
            QVERIFY(
                write(*database.value(), QStringLiteral("UPDATE texts SET number = 2 WHERE id = ?"), {id}));
        }).join();
        QCOMPARE(textRow(*database.value(), id).value()->at(1).toInt(), 2);
        QVERIFY(write(*database.value(), QStringLiteral("DROP TABLE texts")));
        QVERIFY(!textRow(*database.value(), id).ok());
    }

    void readRow_failedInATransaction_staysPreparedOnce()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite prepares nothing on a server");
        }
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        const auto database = open();
        const auto number = [&](const QString& text) {
            return database.value()->write<std::optional<QVariantList>>([&](QSqlDatabase& connection) {
                return readRow(connection, QStringLiteral("SELECT CAST(? AS INTEGER)"), {text});
            });
        };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!number(QStringLiteral("none")).ok());
            QCOMPARE(number(QStringLiteral("7")).value()->at(0).toInt(), 7);
        }
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM pg_prepared_statements")), 1);
    }

    void readRow_statementGoneOnTheServer_isPreparedAnew()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite prepares nothing on a server");
        }
        const auto database = open();
        QVERIFY(
            write(*database.value(),
                  QStringLiteral("CREATE TABLE texts (id TEXT PRIMARY KEY, number BIGINT, missing TEXT)")));
        const QString id = QStringLiteral("a");
        QVERIFY(textRow(*database.value(), id).ok());
        QVERIFY(write(*database.value(), QStringLiteral("DEALLOCATE ALL")));
        QVERIFY(!textRow(*database.value(), id).ok());
        QVERIFY(textRow(*database.value(), id).ok());
    }

    void readRow_textWithNul_isRefused()
    {
        const auto database = open();
        const auto row = textRow(*database.value(), QString(u'a') + QChar(u'\0'));
        QCOMPARE(row.failure().code, FailureCode::InvalidRequest);
    }

private:
    [[nodiscard]] Outcome<std::shared_ptr<Database>> open() const { return Database::open(m_place->url()); }
    static bool write(Database& database, const QString& sql, const QVariantList& values = {})
    {
        return database
            .write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto run = runQuery(connection, sql, values);
                return run ? Outcome<Done>(Done{}) : run.failure();
            })
            .ok();
    }
    static Outcome<std::optional<QVariantList>> textRow(Database& database, const QString& id)
    {
        return database.read<std::optional<QVariantList>>([&](QSqlDatabase& connection) {
            return readRow(connection, QStringLiteral("SELECT id, number, missing FROM texts WHERE id = ?"),
                           {id});
        });
    }
    static int count(Database& database, const QString& sql)
    {
        const auto result = database.read<int>([&](QSqlDatabase& connection) -> Outcome<int> {
            auto query = runQuery(connection, sql);
            if (!query) {
                return query.failure();
            }
            return query.value().next() ? query.value().value(0).toInt() : -1;
        });
        return result ? result.value() : -2;
    }

    std::unique_ptr<TestDatabase> m_place;
};

QTEST_GUILESS_MAIN(PreparedRowsTest)
#include "PreparedRowsTest.moc"
