// SPDX-License-Identifier: MIT
#include "app/SingleInstance.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <memory>

using namespace proconnect::app;

class SingleInstanceTest : public QObject
{
    Q_OBJECT

    QString m_name;

    /// A second start, in a thread of its own since it waits.
    bool secondStart(const QString& link = {})
    {
        bool handedOver = false;
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { handedOver = SingleInstance(m_name).handOver(link); }));
        thread->start();
        (void)QTest::qWaitFor([&] { return thread->isFinished(); });
        return handedOver;
    }

private Q_SLOTS:
    void init() { m_name = QUuid::createUuid().toString(QUuid::Id128); }

    void handOver_nobodyThere_goesOn() { QVERIFY(!SingleInstance(m_name).handOver({})); }

    void handOver_firstStartThere_raisesItAndEnds()
    {
        SingleInstance first(m_name);
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QVERIFY(secondStart());
        QCOMPARE(raised.size(), 1);
    }

    void handOver_withALink_passesItOn()
    {
        SingleInstance first(m_name);
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QVERIFY(secondStart(QStringLiteral("proconnect:requests")));
        QCOMPARE(raised[0][0].toString(), QStringLiteral("proconnect:requests"));
    }

    void listen_lineWithoutEnd_isDropped()
    {
        SingleInstance first(m_name);
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QVERIFY(!secondStart(QString(100'000, u'x')));
        QCOMPARE(raised.size(), 0);
        QVERIFY(secondStart());
        QCOMPARE(raised.size(), 1);
    }

    void handOver_firstStartHangs_goesOnInTime()
    {
        SingleInstance first(m_name);
        first.listen();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!SingleInstance(m_name).handOver({})); // the first cannot answer: its event loop stands still
        QVERIFY(timer.elapsed() < 5000);
    }

    void listen_afterACrash_takesTheNameOver()
    {
        auto crashed = std::make_unique<SingleInstance>(m_name);
        crashed->listen();
        SingleInstance next(m_name);
        next.listen();
        QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        QVERIFY(secondStart());
        QCOMPARE(raised.size(), 1);
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "SingleInstanceTest.moc"
