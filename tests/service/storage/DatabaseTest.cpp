// SPDX-License-Identifier: MIT
#include "tests/service/support/TestDatabase.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<TestDatabase>(); }
    void cleanup() { m_place.reset(); }

    void open_again_findsItMigrated()
    {
        const auto database = open();
        QVERIFY(database.ok());
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM sessions")), 0);
        QVERIFY(open().ok());
    }

    void open_byManyAtOnce_migratesOnce()
    {
        std::atomic<int> opened{0};
        std::vector<std::thread> instances;
        instances.reserve(8);
        std::latch start(8);
        for (int i = 0; i < 8; ++i) {
            instances.emplace_back([&] {
                start.arrive_and_wait();
                opened += open().ok() ? 1 : 0;
            });
        }
        for (auto& instance : instances) {
            instance.join();
        }
        QCOMPARE(opened.load(), 8);
    }

    void open_freshFile_isPrivate()
    {
        if (TestDatabase::onPostgres()) {
            QSKIP("files are SQLite's");
        }
        const auto database = open();
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(database.ok());
        QVERIFY(!(QFile::permissions(file()) & others));
        QCOMPARE(QFile::permissions(file() + QStringLiteral("-wal")) & others, QFileDevice::Permissions());
    }

    void open_unusableUrl_isRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url :
             {"", "sqlite:", "sqlite::memory:", "mysql://host/name", "postgresql://host",
              "postgresql:///name", "postgresql://host/name?host=/run", "postgresql://host/name?sslmode=a;b",
              "postgresql://host/name?options=-c", "sqlite:/nonexistent/folder/file.db"}) {
            QTest::newRow(url) << QString::fromLatin1(url);
        }
    }
    void open_unusableUrl_isRefused()
    {
        QFETCH(QString, url);
        QCOMPARE(Database::open(url).failure().code, FailureCode::StorageUnreadable);
    }

    void open_fileThatIsNoDatabase_isRefused()
    {
        if (TestDatabase::onPostgres()) {
            QSKIP("files are SQLite's");
        }
        QFile noDatabase(file());
        QVERIFY(noDatabase.open(QIODevice::WriteOnly));
        noDatabase.write(QByteArray(4096, 'x'));
        noDatabase.close();
        QCOMPARE(open().failure().code, FailureCode::StorageUnreadable);
    }

    void open_databaseOfANewerProgram_isRefused()
    {
        {
            const auto database = open();
            QVERIFY(write(*database.value(),
                          QStringLiteral("INSERT INTO schema_migrations VALUES ('999_later.sql', '')")));
        }
        QCOMPARE(open().failure().code, FailureCode::StorageUnreadable);
    }

    void openAsItIs_makesNothing()
    {
        QCOMPARE(Database::openAsItIs(m_place->url()).failure().code, FailureCode::StorageUnreadable);
        if (!TestDatabase::onPostgres()) {
            QVERIFY(!QFile::exists(file()));
        }
        (void)open();
        const auto database = Database::openAsItIs(m_place->url());
        QVERIFY(database.ok());
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM company")), 0);
    }

    void openAsItIs_databaseOfAnotherProgram_isRefused_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("newer") << QStringLiteral(
            "INSERT INTO schema_migrations VALUES ('999_later.sql', '')");
        QTest::newRow("older") << QStringLiteral("DELETE FROM schema_migrations WHERE name LIKE '006%'");
    }
    void openAsItIs_databaseOfAnotherProgram_isRefused()
    {
        QFETCH(QString, statement);
        QVERIFY(write(*open().value(), statement));
        QCOMPARE(Database::openAsItIs(m_place->url()).failure().code, FailureCode::StorageUnreadable);
    }

    void write_workFails_leavesNothing()
    {
        const auto database = open();
        createTable(*database.value());
        const auto result = database.value()->write<Done>([](QSqlDatabase& connection) -> Outcome<Done> {
            (void)runQuery(connection, QStringLiteral("INSERT INTO things VALUES ('a')"));
            return Failure{FailureCode::AlreadyDecided, {}, {}};
        });
        QCOMPARE(result.failure().code, FailureCode::AlreadyDecided);
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM things")), 0);
    }

    void write_sameKeyTwice_isAConflictThatQuotesNoValue()
    {
        const auto database = open();
        createTable(*database.value());
        const auto insert = [](QSqlDatabase& connection) -> Outcome<Done> {
            const auto done = runQuery(connection, QStringLiteral("INSERT INTO things VALUES (?)"),
                                       {QStringLiteral("marie@example.fr")});
            return done ? Outcome<Done>(Done{}) : done.failure();
        };
        QVERIFY(database.value()->write<Done>(insert).ok());
        const auto second = database.value()->write<Done>(insert);
        QCOMPARE(second.failure().code, FailureCode::Conflict);
        QVERIFY(!second.failure().detail.contains(QStringLiteral("marie")));
    }

    void write_anyText_comesBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "l'été", "\\'; DROP TABLE things; --", "a\\b\\", "?", "%1 \"x\"", "\n\t",
                                 "Élodie 😀 محمد"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }
    void write_anyText_comesBackAsItWas()
    {
        constexpr qint64 large = 5'000'000'000;
        QFETCH(QString, text);
        const auto database = open();
        QVERIFY(
            write(*database.value(),
                  QStringLiteral("CREATE TABLE texts (id TEXT PRIMARY KEY, number BIGINT, missing TEXT)")));
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO texts VALUES (?, ?, ?)"),
                      {text, large, QVariant()}));
        const auto found = database.value()->read<int>([&](QSqlDatabase& connection) -> Outcome<int> {
            auto query =
                runQuery(connection,
                         QStringLiteral(
                             "SELECT id FROM texts WHERE id = ? AND number = ? AND missing IS NULL LIMIT ?"),
                         {text, large, 1});
            return query && query.value().next() && query.value().value(0).toString() == text ? 1 : 0;
        });
        QCOMPARE(found.value(), 1);
        for (int times = 0; times < 2; ++times) {
            const auto row = textRow(*database.value(), text);
            QVERIFY(row.ok() && row.value());
            QCOMPARE(*row.value(), QVariantList({text, large, QVariant(QMetaType(QMetaType::QString))}));
        }
    }

    void write_textWithNul_isRefused()
    {
        const auto database = open();
        createTable(*database.value());
        QVERIFY(!write(*database.value(), QStringLiteral("INSERT INTO things VALUES (?)"),
                       {QString(u'a') + QChar(u'\0')}));
    }

    void write_readThenWriteByManyThreads_doesAllOfItOnce()
    {
        constexpr int writers = 8;
        constexpr int additions = 20;
        const auto database = open();
        QVERIFY(write(*database.value(), QStringLiteral("CREATE TABLE sums (id INTEGER, value BIGINT)")));
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO sums VALUES (1, 0)")));
        std::atomic<int> added{0};
        std::vector<std::thread> threads;
        threads.reserve(writers);
        for (int t = 0; t < writers; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < additions; ++i) {
                    const auto done =
                        database.value()->write<Done>([](QSqlDatabase& connection) -> Outcome<Done> {
                            auto sum =
                                runQuery(connection, QStringLiteral("SELECT value FROM sums WHERE id = 1"));
                            if (!sum || !sum.value().next()) {
                                return sum ? Failure{} : sum.failure();
                            }
                            const qint64 next = sum.value().value(0).toLongLong() + 1;
                            sum.value().finish();
                            const auto run = runQuery(
                                connection, QStringLiteral("UPDATE sums SET value = ? WHERE id = 1"), {next});
                            return run ? Outcome<Done>(Done{}) : run.failure();
                        });
                    added += done ? 1 : 0;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(added.load(), writers * additions);
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT value FROM sums")), added.load());
    }

    void read_connectionLost_isTakenUpAgain()
    {
        if (!TestDatabase::onPostgres()) {
            QSKIP("SQLite has no connection to lose");
        }
        const auto database = open();
        createTable(*database.value());
        endConnections();
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM things")), 0);
        endConnections();
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO things VALUES ('after')")));
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM things")), 1);
    }

    void write_fromManyThreads_losesNothing()
    {
        const auto database = open();
        createTable(*database.value());
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 25; ++i) {
                    const auto done =
                        database.value()->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                            const auto run =
                                runQuery(connection, QStringLiteral("INSERT INTO things VALUES (?)"),
                                         {QStringLiteral("%1-%2").arg(t).arg(i)});
                            return run ? Outcome<Done>(Done{}) : run.failure();
                        });
                    failures += done ? 0 : 1;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM things")), 100);
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    }

    void write_fullDisk_failsWholeAndKeepsWhatWasThere()
    {
        if (TestDatabase::onPostgres()) {
            QSKIP("its pages are counted by SQLite");
        }
        const auto database = open();
        createTable(*database.value());
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO things VALUES ('kept')")));
        const int pages = count(*database.value(), QStringLiteral("PRAGMA page_count"));
        (void)count(*database.value(), QStringLiteral("PRAGMA max_page_count=%1").arg(pages + 2));

        const auto result = database.value()->write<Done>([](QSqlDatabase& connection) -> Outcome<Done> {
            for (int i = 0; i < 100; ++i) {
                const auto run = runQuery(connection, QStringLiteral("INSERT INTO things VALUES (?)"),
                                          {QString::number(i).repeated(2000)});
                if (!run) {
                    return run.failure();
                }
            }
            return Done{};
        });

        QCOMPARE(result.failure().code, FailureCode::StorageFull);
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM things")), 1);
        (void)count(*database.value(), QStringLiteral("PRAGMA max_page_count=%1").arg(pages + 1000));
        QVERIFY(write(*database.value(), QStringLiteral("INSERT INTO things VALUES ('after')")));
    }

private:
    [[nodiscard]] Outcome<std::shared_ptr<Database>> open() const { return Database::open(m_place->url()); }
    [[nodiscard]] QString file() const { return m_place->url().section(u':', 1); }
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
    static void endConnections()
    {
        TestDatabase::administer(
            QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                           "current_database() AND pid <> pg_backend_pid()"));
    }
    static void createTable(Database& database)
    {
        QVERIFY(write(database, QStringLiteral("CREATE TABLE things (id TEXT PRIMARY KEY)")));
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

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
