// SPDX-License-Identifier: MIT
#include "ui/data_page/BackgroundWork.h"

#include <QThread>
#include <QtTest>

#include <latch>

namespace proconnect::ui {
namespace {

/// What a page has.
class Reader : public QObject
{
public:
    explicit Reader(BackgroundThreads& threads) : m_work(*this, threads) {}

    /// Ends once `released` is down, however often it is asked to stop: as a read from a folder that is gone.
    void hang(const std::shared_ptr<std::latch>& released, const QString& result)
    {
        m_work.start(
            [released, result](const std::stop_token&) {
                released->wait();
                return result;
            },
            [this](const QString& given) { read += given; });
    }
    void readAtOnce(const QString& result)
    {
        m_work.start([result](const std::stop_token&) { return result + where(); },
                     [this](const QString& given) { read += given + where(); });
    }
    void stop() { m_work.stop(); }

    QStringList read;

private:
    static QString where()
    {
        const bool here = QThread::currentThread() == QCoreApplication::instance()->thread();
        return here ? QStringLiteral("/here") : QStringLiteral("/apart");
    }

    BackgroundWork<QString> m_work;
};

std::shared_ptr<std::latch> closed()
{
    return std::make_shared<std::latch>(1);
}

} // namespace

/// Every test would hang for good where something waits for the work: nothing releases it before.
class BackgroundWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void start_worksApart_andGivesTheResultHere()
    {
        BackgroundThreads threads;
        Reader reader(threads);
        reader.readAtOnce(QStringLiteral("list"));
        QTRY_COMPARE(reader.read, QStringList{QStringLiteral("list/apart/here")});
        QTRY_VERIFY(!threads.anyRuns());
    }

    void stop_workThatHangs_returnsAtOnce_andNothingIsToldOfIt()
    {
        BackgroundThreads threads;
        Reader reader(threads);
        const auto gate = closed();
        reader.hang(gate, QStringLiteral("late"));
        reader.stop();
        QVERIFY(threads.anyRuns());
        gate->count_down();
        QTRY_VERIFY(!threads.anyRuns());
        QCoreApplication::processEvents();
        QVERIFY(reader.read.isEmpty());
    }

    void close_whileWorkHangs_returnsAtOnce_andTheWorkEndsByItself()
    {
        BackgroundThreads threads;
        const auto gate = closed();
        {
            Reader reader(threads);
            reader.hang(gate, QStringLiteral("late"));
        }
        QVERIFY(threads.anyRuns());
        gate->count_down();
        QTRY_VERIFY(!threads.anyRuns());
        QCoreApplication::processEvents();
    }

    void close_resultOnItsWay_isNotGiven()
    {
        BackgroundThreads threads;
        {
            Reader reader(threads);
            reader.readAtOnce(QStringLiteral("list"));
            while (threads.anyRuns()) {
                QThread::yieldCurrentThread();
            }
        }
        QCoreApplication::processEvents();
    }

    void stop_resultOnItsWay_isNotGiven()
    {
        BackgroundThreads threads;
        Reader reader(threads);
        reader.readAtOnce(QStringLiteral("list"));
        while (threads.anyRuns()) {
            QThread::yieldCurrentThread();
        }
        reader.stop();
        QCoreApplication::processEvents();
        QVERIFY(reader.read.isEmpty());
    }

    void start_again_takesThePlaceOfWhatHangs()
    {
        BackgroundThreads threads;
        Reader reader(threads);
        const auto gate = closed();
        reader.hang(gate, QStringLiteral("late"));
        reader.readAtOnce(QStringLiteral("next"));
        QTRY_COMPARE(reader.read, QStringList{QStringLiteral("next/apart/here")});
        gate->count_down();
        QTRY_VERIFY(!threads.anyRuns());
        QCoreApplication::processEvents();
        QCOMPARE(reader.read.size(), 1);
    }

    void threads_gone_leaveAloneWhatHangs()
    {
        const auto gate = closed();
        const auto over = closed();
        {
            BackgroundThreads threads;
            threads.run([gate, over] {
                gate->wait();
                over->count_down();
            });
        }
        gate->count_down();
        over->wait();
    }
};

} // namespace proconnect::ui

QTEST_GUILESS_MAIN(proconnect::ui::BackgroundWorkTest)
#include "BackgroundWorkTest.moc"
