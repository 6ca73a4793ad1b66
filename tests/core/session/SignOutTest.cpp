// SPDX-License-Identifier: MIT
#include "core/cache/DocumentNames.h"
#include "core/model/DeviceSession.h"
#include "tests/tools/ClientRig.h"
#include "tests/tools/FilesOnDisk.h"

#include <QTemporaryDir>

using namespace proconnect;
using State = SessionController::State;

/// Leaving: nothing readable stays here, the service is told, and the person hears what could not be done.
class SignOutTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;

    void restart()
    {
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        QVERIFY(m_rig->start());
    }

    [[nodiscard]] QByteArray everythingOnDisk() const { return filesOnDisk(m_directory->path()); }

    [[nodiscard]] bool secretsErasedAtSignOut()
    {
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        return ended.wait() && ended[0][0].value<SignOutReport>().secretsErased;
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        restart();
    }

    void cleanup() { m_rig.reset(); }

    void signOut_offline_leavesNothingReadable()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(!everythingOnDisk().isEmpty());
        QVERIFY(!everythingOnDisk().contains("Petit"));
        QVERIFY(!everythingOnDisk().contains("access-"));
        m_service->fault = ScriptedServer::answer(503);
        QSignalSpy out(&m_rig->session, &SessionController::signedOut);
        m_rig->session.signOut();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QCOMPARE(out.size(), 1);
        QVERIFY(m_rig->store.isEmpty());
        QTRY_VERIFY(m_secrets->secrets().isEmpty());
        QTRY_VERIFY(everythingOnDisk().isEmpty());
        QVERIFY(m_rig->session.profile().subject.isEmpty());
    }

    void endedFromAnotherComputer_nextCall_leavesNothingHere()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_rig->store.write(documents::decision(0), "a decision that waits").ok());
        QSignalSpy out(&m_rig->session, &SessionController::signedOut);
        m_service->endSession(endedElsewhere);
        m_rig->session.refreshProfile();
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(out[0][0].value<Failure>().argument, endedElsewhere);
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        QTRY_VERIFY(m_secrets->secrets().isEmpty());
        QTRY_VERIFY(everythingOnDisk().isEmpty());
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        m_service->profile.subject = QStringLiteral("bob");
        QVERIFY(m_rig->signIn(*m_service)); // nobody's decisions wait here
    }

    void endedFromAnotherComputer_noticedAtARefresh_leavesNothingEither()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->endSession(endedElsewhere);
        restart(); // without an access token
        QTRY_VERIFY(m_secrets->secrets().isEmpty());
        QTRY_VERIFY(everythingOnDisk().isEmpty());
    }

    void endedByTheService_forAnotherReason_keepsTheDecisions()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_rig->store.write(documents::decision(0), "a decision that waits").ok());
        m_service->endSession();
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_rig->store.holds(documents::decision(0)));
        QCOMPARE(m_secrets->secrets().size(), 1);
    }

    void signOut_online_tellsTheService()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_rig->session.signOut();
        QTRY_COMPARE(m_service->signOuts, 1);
        m_service->profile.subject = QStringLiteral("bob");
        QVERIFY(m_rig->signIn(*m_service)); // another person may follow now
    }

    void signOut_online_tellsWhereFranceConnectIsLeft()
    {
        QUrl leaving = m_service->url();
        leaving.setPath(QStringLiteral("/sign-out/ticket"));
        QUrl completion = m_service->url();
        completion.setPath(QStringLiteral("/sign-out/complete"));
        m_service->signOutReply = {leaving.toString(), completion.toString(), {leaving.authority()}};
        QVERIFY(m_rig->signIn(*m_service));
        restart(); // the access token is gone: one more step
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        const auto report = ended[0][0].value<SignOutReport>();
        QVERIFY(report.serviceTold);
        QVERIFY(report.secretsErased);
        QVERIFY(!report.inSystemBrowser);
        QCOMPARE(report.leaving.start, leaving);
        QCOMPARE(report.leaving.completion, completion);
        QCOMPARE(report.leaving.allowedHosts, QStringList{leaving.authority()});
        QCOMPARE(m_service->signOuts, 1);
        QTest::qWait(20);
        QCOMPARE(ended.size(), 1);
    }

    void signOut_leavingAtAnotherAddress_isNotFollowed()
    {
        m_service->signOutReply = {QStringLiteral("https://attacker.example/x"),
                                   QStringLiteral("https://attacker.example/y"),
                                   {QStringLiteral("attacker.example")}};
        QVERIFY(m_rig->signIn(*m_service));
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        QVERIFY(ended[0][0].value<SignOutReport>().leaving.start.isEmpty());
    }

    void signOut_serviceDown_isToldHonestly()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->fault = ScriptedServer::answer(503);
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(m_rig->store.isEmpty());
        QVERIFY(ended.wait());
        QVERIFY(everythingOnDisk().isEmpty());
        QVERIFY(!ended[0][0].value<SignOutReport>().serviceTold);
        QVERIFY(ended[0][0].value<SignOutReport>().secretsErased);
    }

    void signOut_keyStoreGone_isToldHonestly()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_secrets->failWith(SecretStatus::Denied);
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        QVERIFY(ended[0][0].value<SignOutReport>().serviceTold);
        QVERIFY(!ended[0][0].value<SignOutReport>().secretsErased);
    }

    void signOut_keyStoreGone_isMadeGoodAtALaterStart()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_secrets->failWith(SecretStatus::Denied);
        QVERIFY(!secretsErasedAtSignOut());
        restart(); // refused again: still owed
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        m_secrets->failWith(SecretStatus::Ok);
        QCOMPARE(m_secrets->secrets().size(), 1);
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QCOMPARE(m_rig->session.secretKeeping(), SecretKeeping::KeyStore);
        QVERIFY(m_secrets->secrets().isEmpty());
        QVERIFY(everythingOnDisk().isEmpty());
    }

    void signOut_inMemoryOnly_doesNotForgetTheEarlierItem()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(everythingOnDisk().contains("session.kept"));
        m_secrets->failWith(SecretStatus::NoStore);
        restart();
        QCOMPARE(m_rig->session.secretKeeping(), SecretKeeping::MemoryOnly);
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(!secretsErasedAtSignOut());
        m_secrets->failWith(SecretStatus::Ok);
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_secrets->secrets().isEmpty());
    }

    void signOut_killedBeforeTheKeyStoreAnswers_isMadeGoodAtTheNextStart()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(everythingOnDisk().contains("session.kept"));
        m_secrets->failWith(SecretStatus::TimedOut);
        m_rig->session.signOut();
        m_rig.reset(); // no answer is heard
        m_secrets->failWith(SecretStatus::Ok);
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_secrets->secrets().isEmpty());
    }

    void signIn_killedBeforeTheKeyStoreAnswers_isRememberedAtSignOut()
    {
        m_secrets->loseAnswersOfWrites();
        QVERIFY(m_rig->signIn(*m_service));
        m_secrets->failWith(SecretStatus::NoStore);
        restart(); // the store holds the session, and is away
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(!secretsErasedAtSignOut());
        m_secrets->failWith(SecretStatus::Ok);
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut); // not the session that the person ended
        QVERIFY(m_secrets->secrets().isEmpty());
    }

    void signOut_nothingEverInTheKeyStore_hasNothingToErase()
    {
        m_secrets->failWith(SecretStatus::NoStore);
        restart();
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(secretsErasedAtSignOut());
        QVERIFY(everythingOnDisk().isEmpty());
    }

    void signIn_whileAnErasureIsOwed_replacesTheItem()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_secrets->failWith(SecretStatus::Denied);
        QVERIFY(!secretsErasedAtSignOut());
        m_secrets->failWith(SecretStatus::Ok);
        m_service->profile.subject = QStringLiteral("bob");
        QVERIFY(m_rig->signIn(*m_service));
        QTRY_VERIFY(!everythingOnDisk().contains("erase-owed"));
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile().subject, QStringLiteral("bob"));
    }

    void signOut_sessionOverAlready_hasNothingToTell()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->endSession();
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        QVERIFY(ended[0][0].value<SignOutReport>().serviceTold);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        QVERIFY(ended[1][0].value<SignOutReport>().serviceTold);
    }
};

QTEST_GUILESS_MAIN(SignOutTest)
#include "SignOutTest.moc"
