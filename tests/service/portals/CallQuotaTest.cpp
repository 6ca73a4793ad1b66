// SPDX-License-Identifier: MIT
#include "service/quotas/CallQuota.h"

#include "tests/service/support/ServiceBench.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class CallQuotaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ServiceBench>(); }

    void take_withinTheLimit_tellsWhatIsLeft()
    {
        CallQuota quota = made();
        m_bench->clock.advance(20);
        const auto first = quota.take(u"a"_s, 3);
        QCOMPARE(first.value().limit, 3);
        QCOMPARE(first.value().left, 2);
        QCOMPARE(first.value().windowSeconds, 60);
        QCOMPARE(first.value().secondsLeft, 40);
    }

    void take_beyondTheLimit_isRefusedUntilTheNextWindow()
    {
        CallQuota quota = made();
        QVERIFY(quota.take(u"a"_s, 1));
        const auto refused = quota.take(u"a"_s, 1);
        QCOMPARE(refused.failure().code, FailureCode::TooManyRequests);
        QCOMPARE(refused.failure().argument, u"60"_s);
        QVERIFY(quota.take(u"b"_s, 1));
        m_bench->clock.advance(60);
        QVERIFY(quota.take(u"a"_s, 1));
    }

    void take_otherPurpose_countsApart()
    {
        CallQuota quota = made();
        CallQuota other(*m_bench->database, m_bench->clock, u"other"_s, std::chrono::seconds(60));
        QVERIFY(quota.take(u"a"_s, 1));
        QVERIFY(other.take(u"a"_s, 1));
        QVERIFY(!quota.take(u"a"_s, 1));
    }

    void take_twoInstances_countTogether()
    {
        const auto another = Database::open(m_bench->place.url()).value();
        CallQuota here = made();
        CallQuota there(*another, m_bench->clock, u"test"_s, std::chrono::seconds(60));
        std::atomic<int> taken = 0;
        std::atomic<int> refused = 0;
        const auto call = [&](CallQuota& quota) {
            for (int i = 0; i < 20; ++i) {
                const auto use = quota.take(u"a"_s, 30);
                const bool over = !use && use.failure().code == FailureCode::TooManyRequests;
                taken += use ? 1 : 0;
                refused += over ? 1 : 0;
            }
        };
        std::thread one([&] { call(here); });
        std::thread two([&] { call(there); });
        one.join();
        two.join();
        QCOMPARE(taken.load(), 30);
        QCOMPARE(refused.load(), 10);
    }

    void take_clockOfAnInstanceBehind_countsInTheLaterWindow()
    {
        StandingClock behind;
        m_bench->clock.advance(60);
        CallQuota quota = made();
        CallQuota late(*m_bench->database, behind, u"test"_s, std::chrono::seconds(60));
        QVERIFY(quota.take(u"a"_s, 2));
        QVERIFY(late.take(u"a"_s, 2));
        QVERIFY(!quota.take(u"a"_s, 2));
    }

    void take_clockOfAnInstanceFarAhead_locksNobodyOut()
    {
        StandingClock ahead;
        ahead.advance(86'400);
        CallQuota quota = made();
        CallQuota wrong(*m_bench->database, ahead, u"test"_s, std::chrono::seconds(60));
        QVERIFY(wrong.take(u"a"_s, 1));
        QVERIFY(!wrong.take(u"a"_s, 1));
        const auto use = quota.take(u"a"_s, 1);
        QVERIFY(use);
        QCOMPARE(use.value().secondsLeft, 60);
        QVERIFY(!quota.take(u"a"_s, 1));
    }

    void take_windowsLongOver_areForgotten()
    {
        CallQuota quota = made();
        QVERIFY(quota.take(u"a"_s, 2));
        m_bench->clock.advance(200);
        QVERIFY(quota.take(u"b"_s, 2));
        QCOMPARE(m_bench->value(u"SELECT COUNT(*) FROM call_count"_s).toInt(), 1);
    }

private:
    [[nodiscard]] CallQuota made() const
    {
        return {*m_bench->database, m_bench->clock, u"test"_s, std::chrono::seconds(60)};
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(CallQuotaTest)
#include "CallQuotaTest.moc"
