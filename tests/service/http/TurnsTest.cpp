// SPDX-License-Identifier: MIT
#include "service/http/Turns.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace proconnect::service;
using Turn = Turns::Turn;

class TurnsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ask_moreThanAtOnce_waitInLineAndNoLongerThanMay()
    {
        Turns turns(2, 2);
        QList<int> gone;
        const auto ask = [&](int who) { return turns.ask([&gone, who] { gone.append(who); }); };
        QCOMPARE(ask(1), Turn::Now);
        QCOMPARE(ask(2), Turn::Now);
        QCOMPARE(ask(3), Turn::Later);
        QCOMPARE(ask(4), Turn::Later);
        QCOMPARE(ask(5), Turn::Never);
        QCOMPARE(turns.waiting(), 2);
        QVERIFY(gone.isEmpty());
        turns.end();
        turns.end();
        QCOMPARE(gone, QList<int>({3, 4}));
        QCOMPARE(turns.waiting(), 0);
        QCOMPARE(ask(6), Turn::Later);
        turns.end();
        turns.end();
        turns.end();
        QCOMPARE(gone, QList<int>({3, 4, 6}));
        QCOMPARE(ask(7), Turn::Now);
        QCOMPARE(ask(8), Turn::Now);
    }

    void forget_whoWaits_isLetGoAndNotCalled()
    {
        Turns turns(1, 5);
        const auto held = std::make_shared<int>(0);
        QCOMPARE(turns.ask([] {}), Turn::Now);
        QCOMPARE(turns.ask([held] { ++*held; }), Turn::Later);
        turns.forget();
        QCOMPARE(held.use_count(), 1L);
        turns.end();
        QCOMPARE(*held, 0);
        QCOMPARE(turns.ask([] {}), Turn::Now);
    }

    void ask_manyThreads_neverMoreAtOnceAndEachOnce()
    {
        constexpr int most = 3;
        constexpr int asked = 4000;
        Turns turns(most, asked);
        std::atomic<int> working{0};
        std::atomic<int> tooMany{0};
        std::atomic<int> done{0};
        std::function<void()> work = [&] {
            tooMany += ++working > most ? 1 : 0;
            ++done;
            --working;
            turns.end();
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < asked / 4; ++n) {
                    if (turns.ask(work) == Turn::Now) {
                        work();
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(done.load(), asked);
        QCOMPARE(tooMany.load(), 0);
        QCOMPARE(turns.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TurnsTest)
#include "TurnsTest.moc"
