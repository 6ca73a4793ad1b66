// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDecisionDesk.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;
using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;
using State = SessionController::State;

/// Decisions on their way when the application locks.
class DecisionLockTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    FakeService m_service{m_clock};
    MemorySecretStore m_secrets;
    QTemporaryDir m_directory;
    ClientRig m_rig{m_service.url(), m_secrets, m_directory.path(), m_clock};
    DefaultDecisionDesk m_desk{m_rig.session, m_rig.tokens, m_rig.api, m_rig.store, m_clock};

    void submit()
    {
        QVERIFY(m_desk.submit(samples::decision(), QStringLiteral("Zoé"), QStringLiteral("impots")).ok());
    }
    void lock()
    {
        m_rig.session.lock();
        QVERIFY(m_desk.pending().isEmpty());
        QTRY_VERIFY(!m_rig.store.isOpen());
    }
    void unlock()
    {
        m_rig.session.unlock();
        QTRY_COMPARE(m_rig.session.state(), State::SignedIn);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_rig.start());
        QVERIFY(m_rig.signIn(m_service));
    }
    void init() { m_service.decisions.clear(); }

    void undoTimeRunning_isHeldAfterwards()
    {
        m_desk.setUndoTime(100ms);
        submit();
        lock();
        QVERIFY(m_desk.keepsAny()); // signing out would lose it
        QTest::qWait(300);
        QVERIFY(m_service.decisions.isEmpty());
        unlock();
        QCOMPARE(m_desk.pending().size(), 1);
        QCOMPARE(m_desk.pending().constFirst().stage, Stage::Held);
        QCOMPARE(m_desk.pending().constFirst().person, QStringLiteral("Zoé"));
        m_desk.sendNow(m_desk.pending().constFirst().decision.id);
        QTRY_COMPARE(m_service.decisions.size(), 1);
        QTRY_VERIFY(m_desk.pending().isEmpty());
    }

    void onItsWay_goesOnAfterwardsAndIsTakenOnce()
    {
        m_desk.setUndoTime(0ms);
        m_service.loseDecisionAnswers = true;
        submit();
        QTRY_COMPARE(m_service.decisions.size(), 1);
        QTRY_COMPARE(m_desk.pending().constFirst().stage, Stage::AwaitingNetwork);
        m_service.loseDecisionAnswers = false;
        lock();
        unlock();
        QSignalSpy taken(&m_desk, &DecisionDesk::taken);
        QVERIFY(taken.wait(10'000));
        QCOMPARE(m_service.decisions.size(), 1);
        QVERIFY(m_desk.pending().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DecisionLockTest)
#include "DecisionLockTest.moc"
