// SPDX-License-Identifier: MIT
#include "core/cache/DocumentNames.h"
#include "core/sync/CopyHealth.h"
#include "core/sync/DefaultDecisionDesk.h"
#include "tests/tools/ClientRig.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace proconnect;
using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;

class DecisionDeskTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<DefaultDecisionDesk> m_desk;

    /// A start of the program; with no farewell to the former one, as after a crash.
    void build(std::chrono::milliseconds undoTime = 30ms)
    {
        m_desk.reset();
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_desk = std::make_unique<DefaultDecisionDesk>(m_rig->session, m_rig->tokens, m_rig->api,
                                                       m_rig->store, m_clock);
        m_desk->setUndoTime(undoTime);
        QVERIFY(m_rig->start());
    }

    QString submit()
    {
        Decision decision = samples::decision();
        const auto id = m_desk->submit(decision, QStringLiteral("Zoé"), QStringLiteral("impots.gouv.fr"));
        return id ? id.value() : QString();
    }

    [[nodiscard]] Stage stage() const { return m_desk->pending().constFirst().stage; }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        build();
        QVERIFY(m_rig->signIn(*m_service));
    }

    void cleanup()
    {
        m_desk.reset();
        m_rig.reset();
    }

    void submit_nothingElse_isTakenAfterTheCountdown()
    {
        QSignalSpy taken(m_desk.get(), &DecisionDesk::taken);
        const QString id = submit();
        QVERIFY(!id.isEmpty());
        QCOMPARE(stage(), Stage::Undoable);
        QVERIFY(m_service->decisions.isEmpty());
        QVERIFY(taken.wait());
        QCOMPARE(taken[0][1].value<DecisionReceipt>().receiptNumber, QStringLiteral("RC-2026-000123"));
        QVERIFY(m_desk->pending().isEmpty());
        QCOMPARE(m_service->decisions.size(), 1);
        const Decision& sent = m_service->decisions.constFirst();
        QCOMPARE(sent.id, id);
        QCOMPARE(sent.shown, samples::decision().shown);
        QVERIFY(std::abs(sent.decidedAt.secsTo(m_clock.now())) < 10);
    }

    void submit_tenSeconds_countsDown()
    {
        build(10'000ms);
        submit();
        QCOMPARE(m_desk->pending().constFirst().secondsLeft, 10);
        QTRY_COMPARE(m_desk->pending().constFirst().secondsLeft, 9);
    }

    void undo_duringTheCountdown_sendsNothing()
    {
        build(10'000ms);
        QSignalSpy undone(m_desk.get(), &DecisionDesk::undone);
        const QString id = submit();
        QVERIFY(m_desk->undo(id));
        QCOMPARE(undone.size(), 1);
        QVERIFY(!m_desk->undo(id));
        QVERIFY(m_desk->pending().isEmpty());
        build();
        QVERIFY(m_desk->pending().isEmpty());
        QVERIFY(m_service->decisions.isEmpty());
    }

    void undo_afterItLeft_isRefused()
    {
        m_service->decisionFault = ScriptedServer::answer(503);
        const QString id = submit();
        QTRY_COMPARE(stage(), Stage::AwaitingNetwork);
        QVERIFY(!m_desk->undo(id));
        QVERIFY(!m_desk->undo(QStringLiteral("unknown")));
    }

    void pause_overTheBar_stopsTheCountdown()
    {
        m_desk->setCountdownPaused(true);
        submit();
        QTest::qWait(300);
        QCOMPARE(stage(), Stage::Undoable);
        m_desk->setCountdownPaused(false);
        QTRY_VERIFY(m_desk->pending().isEmpty());
    }

    void sendNow_duringTheCountdown_sendsAtOnce()
    {
        build(60'000ms);
        m_desk->sendNow(submit());
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QTRY_VERIFY(m_desk->pending().isEmpty());
    }

    void crash_duringTheCountdown_holdsUntilTheUserSays()
    {
        build(60'000ms);
        const QString id = submit();
        build();
        QCOMPARE(m_desk->pending().size(), 1);
        QCOMPARE(stage(), Stage::Held);
        QCOMPARE(m_desk->pending().constFirst().person, QStringLiteral("Zoé"));
        QTest::qWait(200);
        QVERIFY(m_service->decisions.isEmpty());
        m_desk->sendNow(id);
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QCOMPARE(m_service->decisions.constFirst().id, id);
    }

    void answerLost_thenCrash_isSentAgainAndTakenOnce()
    {
        m_service->loseDecisionAnswers = true;
        submit();
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QTRY_COMPARE(stage(), Stage::AwaitingNetwork);
        m_service->loseDecisionAnswers = false;
        build();
        QSignalSpy taken(m_desk.get(), &DecisionDesk::taken);
        QVERIFY(taken.wait(10'000));
        QCOMPARE(m_service->decisions.size(), 1);
        QVERIFY(m_desk->pending().isEmpty());
    }

    void networkBack_retryNow_sendsAtOnce()
    {
        m_service->fault = ScriptedServer::answer(503);
        submit();
        QTRY_COMPARE(stage(), Stage::AwaitingNetwork);
        m_service->fault.clear();
        m_desk->retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->pending().isEmpty(), 1000);
        QCOMPARE(m_service->decisions.size(), 1);
    }

    void hindrance_whateverItIs_isKeptWithTheDecision()
    {
        m_service->decisionFault = ScriptedServer::problem(429, "too-many-requests");
        submit();
        QTRY_COMPARE(stage(), Stage::AwaitingNetwork);
        QCOMPARE(m_desk->pending().constFirst().hindrance, FailureCode::TooManyRequests);
        QSignalSpy changed(m_desk.get(), &DecisionDesk::pendingChanged);
        m_service->decisionFault = ScriptedServer::answer(503);
        m_desk->retryNow();
        QTRY_COMPARE(m_desk->pending().constFirst().hindrance, FailureCode::ServiceUnavailable);
        QCOMPARE(changed.size(), 1);
    }

    void sessionEnded_waitsHiddenAndGoesOnWhenTheOwnerIsBack()
    {
        m_desk->setUndoTime(300ms);
        submit();
        m_service->endSession();
        QTRY_COMPARE(m_rig->session.state(), SessionController::State::SignedOut);
        QVERIFY(m_desk->pending().isEmpty());
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QTRY_VERIFY(m_desk->pending().isEmpty());
    }

    void refusal_finalAnswer_isToldAndLeavesTheQueue()
    {
        QSignalSpy refused(m_desk.get(), &DecisionDesk::refused);
        m_service->decisionFault =
            ScriptedServer::problem(409, "already-decided", QStringLiteral("Anne Petit"));
        submit();
        QVERIFY(refused.wait());
        QCOMPARE(refused[0][1].value<Failure>().code, FailureCode::AlreadyDecided);
        QCOMPARE(refused[0][1].value<Failure>().argument, QStringLiteral("Anne Petit"));
        QVERIFY(m_desk->pending().isEmpty());
        build();
        QVERIFY(m_desk->pending().isEmpty());
    }

    void submit_signedOut_isRefused()
    {
        m_rig->session.signOut();
        QCOMPARE(m_desk->submit(samples::decision(), {}, {}).failure().code, FailureCode::Unauthorized);
        QVERIFY(m_desk->pending().isEmpty());
    }

    void submit_commentTooLong_isRefused()
    {
        Decision decision = samples::decision();
        decision.comment = QString(501, u'x');
        QCOMPARE(m_desk->submit(decision, {}, {}).failure().code, FailureCode::InvalidRequest);
    }

    void places_allTaken_isSaidAndNothingIsPending()
    {
        build(60'000ms);
        for (int i = 0; i < documents::decisionPlaces; ++i) {
            QVERIFY(!submit().isEmpty());
        }
        QCOMPARE(m_desk->submit(samples::decision(), {}, {}).failure().code, FailureCode::TooManyRequests);
        QCOMPARE(m_desk->pending().size(), documents::decisionPlaces);
        build(60'000ms);
        QCOMPARE(m_desk->pending().size(), documents::decisionPlaces);
        QVERIFY(m_desk->undo(m_desk->pending().constFirst().decision.id));
        QVERIFY(!submit().isEmpty());
    }

    void queue_onDisk_tellsNothing()
    {
        build(60'000ms);
        submit();
        QDirIterator files(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains("impots"));
            QVERIFY(!content.contains("000058263"));
            ++count;
        }
        QVERIFY(count >= 2);
    }

    void queue_damaged_isSaidAndNotForgottenSilently()
    {
        build(60'000ms);
        submit();
        QDir directory(m_directory->path());
        for (const QString& name : directory.entryList({QStringLiteral("*.pced")}, QDir::Files)) {
            QFile file(directory.filePath(name));
            QVERIFY(file.open(QIODevice::Append));
            file.write("x");
        }
        m_desk.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        CopyHealth health(m_rig->store);
        m_desk = std::make_unique<DefaultDecisionDesk>(m_rig->session, m_rig->tokens, m_rig->api,
                                                       m_rig->store, m_clock);
        QVERIFY(m_rig->start());
        QTRY_VERIFY(health.decisionsLost());
        QVERIFY(m_desk->pending().isEmpty());
    }

    void signOut_pendingDecision_isForgotten()
    {
        build(60'000ms);
        submit();
        m_rig->session.signOut();
        QVERIFY(m_desk->pending().isEmpty());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_desk->pending().isEmpty());
    }
};

QTEST_GUILESS_MAIN(DecisionDeskTest)
#include "DecisionDeskTest.moc"
