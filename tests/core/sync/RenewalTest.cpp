// SPDX-License-Identifier: MIT
#include "core/sync/DefaultCompanyDesk.h"
#include "core/sync/DefaultContactEmailDesk.h"
#include "core/sync/DefaultDelegationDesk.h"
#include "tests/tools/AnswerProbe.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;

/// Acts that the service refuses because the sign-in is too old: they go on after a newer one, once.
class RenewalTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;
    std::unique_ptr<SignInRenewal> m_renewal;
    SirenNumber m_siren = *SirenNumber::parse(u"000058263");

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_renewal = std::make_unique<SignInRenewal>(m_rig->session);
        QVERIFY(m_rig->start());
        QVERIFY(m_rig->signIn(*m_service));
        m_service->signInTooOld = true;
    }

    void cleanup()
    {
        m_renewal.reset();
        m_rig.reset();
    }

    void check_tooOld_goesOnAfterTheSignIn()
    {
        DefaultCompanyDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        AnswerProbe<Outcome<CompanyCheck>> probe;
        desk.check(m_siren, &probe, probe.callback());
        QVERIFY(wanted.wait());
        QCOMPARE(wanted[0][0].value<SignInReason>(), SignInReason::CompanyCheck);
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_service->count("/v1/company-checks"), 2);
    }

    void attach_tooOld_isDoneOnce()
    {
        DefaultCompanyDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        QSignalSpy attached(&desk, &DefaultCompanyDesk::attached);
        AnswerProbe<Outcome<Company>> probe;
        desk.attach(m_siren, &probe, probe.callback());
        QVERIFY(wanted.wait());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(m_service->attachments, 1);
        QCOMPARE(attached.size(), 1);
    }

    void delegationAct_tooOld_goesOnSignedByTheSameDevice()
    {
        DefaultDelegationDesk desk(m_rig->tokens, m_rig->api, *m_renewal, m_clock);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        AnswerProbe<Outcome<Delegation>> probe;
        desk.act(samples::delegation(), DelegationOrder::Confirm, &probe, probe.callback());
        QVERIFY(wanted.wait());
        QCOMPARE(wanted[0][0].value<SignInReason>(), SignInReason::Delegation);
        QVERIFY(m_service->delegationActs.isEmpty());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(m_service->delegationActs.size(), 1);
        const DelegationAct& act = m_service->delegationActs[0];
        QCOMPARE(act.delegation, samples::delegationProposal().id);
        QCOMPARE(act.version, samples::delegation().version);
        QCOMPARE(act.order, DelegationOrder::Confirm);
    }

    void invitation_answeredLate_goesOnAfterTheSignIn()
    {
        DefaultDelegationDesk desk(m_rig->tokens, m_rig->api, *m_renewal, m_clock);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        QSignalSpy takenUp(&desk, &DefaultDelegationDesk::takenUp);
        AnswerProbe<Outcome<Delegation>> probe;
        desk.answer({QStringLiteral("K7PM2W4X9RTCQQ3Z"), DelegationReply::Accept}, &probe, probe.callback());
        QVERIFY(wanted.wait());
        QCOMPARE(wanted[0][0].value<SignInReason>(), SignInReason::Invitation);
        QVERIFY(m_service->invitationAnswers.isEmpty());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(m_service->invitationAnswers.size(), 1);
        QCOMPARE(m_service->invitationAnswers[0].value(QLatin1String("reply")).toString(),
                 QStringLiteral("accept"));
        QCOMPARE(takenUp.size(), 1);
        QCOMPARE(takenUp[0][0].value<Delegation>(), samples::delegation());
    }

    void delegationAct_nobodySignedIn_isRefusedHere()
    {
        DefaultDelegationDesk desk(m_rig->tokens, m_rig->api, *m_renewal, m_clock);
        m_rig->session.signOut();
        AnswerProbe<Outcome<Delegation>> probe;
        desk.act(samples::delegation(), DelegationOrder::Revoke, &probe, probe.callback());
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::Unauthorized);
    }

    void sendCode_tooOldThenGivenUp_sendsNothing()
    {
        DefaultContactEmailDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        AnswerProbe<Outcome<EmailVerification>> probe;
        desk.sendCode(m_siren.digits(), QStringLiteral("a@b.example"), &probe, probe.callback());
        QVERIFY(wanted.wait());
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        m_rig->session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        QCOMPARE(probe.count(), 1);
        QCOMPARE(probe.answer().failure().code, FailureCode::SignInAbandoned);
        QCOMPARE(m_service->codesSent, 0);
        QCOMPARE(m_rig->session.state(), SessionController::State::SignedIn);
    }

    void signIn_goesOnInTheBrowser_keepsTheActWaiting()
    {
        DefaultContactEmailDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        AnswerProbe<Outcome<EmailVerification>> probe;
        desk.sendCode(m_siren.digits(), QStringLiteral("a@b.example"), &probe, probe.callback());
        QVERIFY(wanted.wait());
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        QVERIFY(m_rig->signIn(*m_service)); // another transaction takes its place
        QVERIFY(probe.arrived());
        QVERIFY(probe.answer().ok());
        QCOMPARE(m_service->codesSent, 1);
    }

    void service_neverContent_asksForOneSignInOnly()
    {
        DefaultCompanyDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        m_service->neverContent = true;
        AnswerProbe<Outcome<Company>> probe;
        desk.attach(m_siren, &probe, probe.callback());
        QVERIFY(wanted.wait());
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(probe.arrived());
        QCOMPARE(probe.answer().failure().code, FailureCode::SignInTooOld);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(m_service->attachments, 0);
    }

    void screen_goneMeanwhile_dropsTheAct()
    {
        DefaultCompanyDesk desk(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        auto screen = std::make_unique<QObject>();
        desk.attach(m_siren, screen.get(), [](const Outcome<Company>&) { QFAIL("nobody is there"); });
        QVERIFY(wanted.wait());
        screen.reset();
        QVERIFY(m_rig->signIn(*m_service));
        QTest::qWait(50);
        QCOMPARE(m_service->attachments, 0);
    }

    void twoActs_oneSignIn_servesBoth()
    {
        DefaultCompanyDesk companies(m_rig->api, *m_renewal);
        DefaultContactEmailDesk email(m_rig->api, *m_renewal);
        QSignalSpy wanted(m_renewal.get(), &SignInRenewal::wanted);
        AnswerProbe<Outcome<CompanyCheck>> check;
        AnswerProbe<Outcome<EmailVerification>> sent;
        companies.check(m_siren, &check, check.callback());
        email.sendCode(m_siren.digits(), QStringLiteral("a@b.example"), &sent, sent.callback());
        QTRY_COMPARE(wanted.size(), 2);
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(check.count() == 1 && sent.count() == 1);
        QVERIFY(check.answer().ok() && sent.answer().ok());
    }
};

QTEST_GUILESS_MAIN(RenewalTest)
#include "RenewalTest.moc"
