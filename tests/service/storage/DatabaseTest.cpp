// SPDX-License-Identifier: MIT
#include "service/storage/Database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;

class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("service.db"));
    }

    void open_freshFile_isPrivateAndMigrated()
    {
        const auto database = openFile();
        QVERIFY(database.ok());
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(m_file) & others));
        QCOMPARE(QFile::permissions(m_file + QStringLiteral("-wal")) & others, QFileDevice::Permissions());
        QCOMPARE(count(*database.value(), QStringLiteral("SELECT count(*) FROM sessions")), 0);
        QVERIFY(openFile().ok());
    }

    void open_unusableUrl_isRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char* url : {"", "sqlite:", "sqlite::memory:", "mysql://host/name", "postgresql://host",
                                "sqlite:/nonexistent/folder/file.db"}) {
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
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QCOMPARE(openFile().failure().code, FailureCode::StorageUnreadable);
    }

    void open_databaseOfANewerProgram_isRefused()
    {
        {
            const auto database = openFile();
            QVERIFY(write(*database.value(),
                          QStringLiteral("INSERT INTO schema_migrations VALUES ('999_later.sql', '')")));
        }
        QCOMPARE(openFile().failure().code, FailureCode::StorageUnreadable);
    }

    void write_workFails_leavesNothing()
    {
        const auto database = openFile();
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
        const auto database = openFile();
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

    void write_fromManyThreads_losesNothing()
    {
        const auto database = openFile();
        createTable(*database.value());
        std::atomic<int> failures{0};
        std::vector<std::thread> threads;
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
        const auto database = openFile();
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
    [[nodiscard]] Outcome<std::shared_ptr<Database>> openFile() const
    {
        return Database::open(QStringLiteral("sqlite:") + m_file);
    }
    static bool write(Database& database, const QString& sql)
    {
        return database
            .write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto run = runQuery(connection, sql);
                return run ? Outcome<Done>(Done{}) : run.failure();
            })
            .ok();
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

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "DatabaseTest.moc"
