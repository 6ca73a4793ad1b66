// SPDX-License-Identifier: MIT
#include "service/records/ReferenceNumbers.h"

#include "tests/service/support/TestDatabase.h"

#include <QSet>
#include <QTest>

#include <future>
#include <mutex>
#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class ReferenceNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestDatabase>();
        m_database = Database::open(m_place->url()).value();
    }
    void cleanup()
    {
        m_database.reset();
        m_place.reset();
    }

    void next_ofASeries_countsFromOneEachYear()
    {
        ReferenceNumbers numbers(*m_database);
        QCOMPARE(numbers.next(u"PC"_s, m_now).value(), u"PC-2026-000001"_s);
        QCOMPARE(numbers.next(u"PC"_s, m_now).value(), u"PC-2026-000002"_s);
        QCOMPARE(numbers.next(u"RC"_s, m_now).value(), u"RC-2026-000001"_s);
        QCOMPARE(numbers.next(u"PC"_s, m_now.addYears(1)).value(), u"PC-2027-000001"_s);
        QCOMPARE(numbers.next(u"PC"_s, m_now).value(), u"PC-2026-000003"_s);
    }

    void next_onSeveralInstancesAndThreads_givesEachNumberOnce()
    {
        constexpr int threads = 8;
        constexpr int each = 45;
        ReferenceNumbers one(*m_database);
        ReferenceNumbers other(*m_database);
        std::mutex mutex;
        QSet<QString> given;
        std::vector<std::thread> callers;
        callers.reserve(threads);
        for (int i = 0; i < threads; ++i) {
            callers.emplace_back([&, i] {
                for (int j = 0; j < each; ++j) {
                    const auto number = (i % 2 == 0 ? one : other).next(u"RC"_s, m_now);
                    const std::lock_guard lock(mutex);
                    given.insert(number ? number.value() : QString());
                }
            });
        }
        for (auto& caller : callers) {
            caller.join();
        }
        QVERIFY(!given.contains(QString()));
        QCOMPARE(given.size(), threads * each);
    }

    void next_afterAnEnd_givesNoNumberAgain()
    {
        const QString first = ReferenceNumbers(*m_database).next(u"RC"_s, m_now).value();
        const QString second = ReferenceNumbers(*m_database).next(u"RC"_s, m_now).value();
        QVERIFY2(second > first, qUtf8Printable(second));
    }

    void next_whileADecisionIsBeingWritten_doesNotWaitForIt()
    {
        ReferenceNumbers numbers(*m_database);
        (void)numbers.next(u"RC"_s, m_now).value();
        const auto written = m_database->write<QString>([&](QSqlDatabase&) -> Outcome<QString> {
            return std::async(std::launch::async, [&] { return numbers.next(u"RC"_s, m_now); }).get();
        });
        QCOMPARE(written.value(), u"RC-2026-000002"_s);
    }

private:
    const QDateTime m_now{QDate(2026, 11, 23), QTime(8, 30), Qt::UTC};
    std::unique_ptr<TestDatabase> m_place;
    std::shared_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(ReferenceNumbersTest)
#include "ReferenceNumbersTest.moc"
