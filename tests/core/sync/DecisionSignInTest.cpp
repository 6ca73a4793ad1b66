// SPDX-License-Identifier: MIT
#include "core/sync/DefaultDecisionDesk.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;
using namespace std::chrono_literals;
using Stage = PendingDecision::Stage;

/// Decisions that need a newer or a stronger sign-in than the last one.
class DecisionSignInTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<DefaultDecisionDesk> m_desk;

    /// A start of the program; with no farewell to the former one, as after a crash.
    void build()
    {
        m_desk.reset();
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_desk = std::make_unique<DefaultDecisionDesk>(m_rig->session, m_rig->tokens, m_rig->api,
                                                       m_rig->store, m_clock);
        m_desk->setUndoTime(30ms);
        QVERIFY(m_rig->start());
    }

    QString submit(SignInStrength needs = SignInStrength::Ordinary)
    {
        const auto id = m_desk->submit(samples::decision(), QStringLiteral("Zoé"),
                                       QStringLiteral("impots.gouv.fr"), needs);
        return id ? id.value() : QString();
    }

    /// The service wants more for acts of high effect than the sign-in so far has.
    void wantMore()
    {
        m_service->profile.highEffectAssurance = 3;
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.profile().highEffectAssurance, 3);
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

    void signInTooOld_asksOnceAndGoesOnAfterIt()
    {
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        submit();
        submit();
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn);
        QTRY_COMPARE(m_desk->pending().constLast().stage, Stage::AwaitingSignIn);
        QCOMPARE(needed.size(), 1);
        m_service->decisionFault.clear();
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_COMPARE(m_service->decisions.size(), 2);
        QTRY_VERIFY(m_desk->pending().isEmpty());
    }

    void strongSignInNeeded_afterAnOrdinaryOne_asksForTheStrongOne()
    {
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        submit();
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn);
        QCOMPARE(needed.takeFirst().constFirst().value<SignInStrength>(), SignInStrength::Ordinary);
        m_service->decisionFault = ScriptedServer::problem(401, "strong-sign-in-needed");
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_COMPARE(needed.size(), 1);
        QCOMPARE(needed.takeFirst().constFirst().value<SignInStrength>(), SignInStrength::HighEffect);
        const PendingDecision pending = m_desk->pending().constFirst();
        QCOMPARE(pending.signIn, SignInStrength::HighEffect);
        QVERIFY(pending.recallable());
        m_service->decisionFault.clear();
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(m_desk->pending().isEmpty());
        QVERIFY(needed.isEmpty());
    }

    void signInTooOld_forEver_asksOnlyOnce()
    {
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        submit();
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn);
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_COMPARE(m_service->count("/v1/companies/000058263/decisions"), 2);
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn);
        QTest::qWait(50);
        QCOMPARE(needed.size(), 1);
        QVERIFY(m_rig->signIn(*m_service)); // the person may still ask for it
        QTRY_COMPARE(m_service->count("/v1/companies/000058263/decisions"), 3);
    }

    void signInTooOld_givenUp_canBeUndone()
    {
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        const QString id = submit();
        QVERIFY(needed.wait());
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        m_rig->session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        QCOMPARE(stage(), Stage::AwaitingSignIn); // kept
        QVERIFY(m_desk->pending().constFirst().recallable());
        submit(); // a new click asks anew
        QTRY_COMPARE(needed.size(), 2);
        QVERIFY(m_desk->undo(id));
        QCOMPARE(m_desk->pending().size(), 1);
        m_service->decisionFault.clear();
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(m_desk->pending().isEmpty());
        QCOMPARE(m_service->decisions.size(), 1);
        QVERIFY(m_service->decisions.constFirst().id != id);
    }

    void strongSignIn_neededAtTheClick_isAskedBeforeTheCountdown()
    {
        wantMore();
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        QVERIFY(!submit(SignInStrength::HighEffect).isEmpty());
        QCOMPARE(needed.size(), 1); // at once
        QCOMPARE(needed[0][0].value<SignInStrength>(), SignInStrength::HighEffect);
        QCOMPARE(stage(), Stage::AwaitingSignIn);
        QVERIFY(m_desk->pending().constFirst().recallable());
        QTest::qWait(200); // many times the undo time
        QVERIFY(m_service->decisions.isEmpty());
        m_desk->setUndoTime(1s); // long enough to be seen
        m_service->profile.assurance = 3;
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(stage(), Stage::Undoable);
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QTRY_VERIFY(m_desk->pending().isEmpty());
        QCOMPARE(needed.size(), 1);
    }

    void strongSignIn_givenUp_neverSendsAndCanBeUndone()
    {
        wantMore();
        const QString id = submit(SignInStrength::HighEffect);
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::HighEffect);
        QVERIFY(ready.wait());
        m_rig->session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        QCOMPARE(stage(), Stage::AwaitingSignIn);
        QTest::qWait(200);
        QVERIFY(m_service->decisions.isEmpty());
        build(); // and after a crash the person is asked
        QCOMPARE(stage(), Stage::Held);
        QVERIFY(m_desk->undo(id));
        QVERIFY(m_service->decisions.isEmpty());
    }

    void strongSignIn_thatDoesNotSatisfyUs_leavesTheWordToTheService()
    {
        wantMore();
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        QVERIFY(!submit(SignInStrength::HighEffect).isEmpty());
        QVERIFY(m_rig->signIn(*m_service)); // no better than before
        QTRY_COMPARE(m_service->decisions.size(), 1);
        QCOMPARE(needed.size(), 1);
    }

    void strongSignIn_ordinaryOneUnderWay_isAskedAfterIt()
    {
        wantMore();
        m_service->decisionFault = ScriptedServer::problem(401, "sign-in-too-old");
        QSignalSpy needed(m_desk.get(), &DecisionDesk::signInNeeded);
        submit();
        QVERIFY(needed.wait());
        QVERIFY(!submit(SignInStrength::HighEffect).isEmpty());
        QCOMPARE(needed.size(), 1);
        m_service->decisionFault.clear();
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(needed.size(), 2);
        QCOMPARE(needed[1][0].value<SignInStrength>(), SignInStrength::HighEffect);
        QTRY_COMPARE(m_service->decisions.size(), 1); // the ordinary one
        QTRY_COMPARE(stage(), Stage::AwaitingSignIn); // once its answer is here
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_COMPARE(m_service->decisions.size(), 2);
    }
};

QTEST_GUILESS_MAIN(DecisionSignInTest)
#include "DecisionSignInTest.moc"
