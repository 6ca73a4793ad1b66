// SPDX-License-Identifier: MIT
#include "service/jobs/ThreadJobRunner.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>

using namespace proconnect::service;
using namespace std::chrono_literals;

class ThreadJobRunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_everyJob_runsAtOnceAndThenInTurn()
    {
        ThreadJobRunner runner([](const std::string&, const std::string&) {});
        std::atomic<int> often{0};
        std::atomic<int> rarely{0};
        runner.every(1ms, "often", [&] { ++often; });
        runner.every(1h, "rarely", [&] { ++rarely; });
        runner.start();
        QTRY_VERIFY(often >= 3);
        QTRY_COMPARE(rarely.load(), 1);
        runner.wake("rarely");
        QTRY_COMPARE(rarely.load(), 2);
        runner.stop();
        const int last = often;
        runner.wake("often");
        QCOMPARE(often.load(), last);
    }

    void stop_jobThatDoesManyThings_isToldAndWaitedFor()
    {
        ThreadJobRunner runner([](const std::string&, const std::string&) {});
        std::atomic<bool> running{false};
        std::atomic<bool> ended{false};
        runner.every(1h, "long", [&] {
            running = true;
            while (!runner.stopping()) {
                std::this_thread::yield();
            }
            ended = true;
        });
        runner.start();
        QTRY_VERIFY(running);
        QVERIFY(!runner.stopping());
        runner.stop();
        QVERIFY(ended);
    }

    void run_exception_isReportedAndTheJobGoesOn()
    {
        std::atomic<int> reports{0};
        ThreadJobRunner runner([&](const std::string& job, const std::string& error) {
            reports += job == "bad" && error == "broken" ? 1 : 0;
        });
        runner.every(1ms, "bad", [] { throw std::runtime_error("broken"); });
        runner.start();
        QTRY_VERIFY(reports >= 2);
    }
};

QTEST_GUILESS_MAIN(ThreadJobRunnerTest)
#include "ThreadJobRunnerTest.moc"
