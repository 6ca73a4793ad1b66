// SPDX-License-Identifier: MIT
#include "core/cache/DocumentNames.h"
#include "tests/tools/ClientRig.h"

#include <QTemporaryDir>

using namespace proconnect;
using State = SessionController::State;

/// The lock: nothing of the person stays in the program, and everything comes back.
class LockTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    std::unique_ptr<FakeService> m_service;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ClientRig> m_rig;

    void build()
    {
        m_rig.reset();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
    }
    void restart()
    {
        build();
        QVERIFY(m_rig->start());
    }
    /// Locks, and waits until the keys are gone.
    void lock()
    {
        m_rig->session.lock();
        QCOMPARE(m_rig->session.state(), State::Locked);
        QTRY_VERIFY(!m_rig->store.isOpen());
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        restart();
        QVERIFY(m_rig->signIn(*m_service));
    }
    void cleanup() { m_rig.reset(); }

    void lock_signedIn_hidesPersonAndKeys_unlockBringsThemBack()
    {
        QSignalSpy changed(&m_rig->session, &SessionController::profileChanged);
        m_rig->session.lock();
        QCOMPARE(m_rig->session.state(), State::Locked);
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!m_rig->store.isOpen());
        QVERIFY(!m_rig->tokens.deviceKey());
        const auto calls = m_service->requests().size();
        m_rig->session.unlock();
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
        QVERIFY(m_rig->store.isOpen());
        QTRY_VERIFY(m_service->requests().size() > calls);
        QCOMPARE(m_rig->session.state(), State::SignedIn);
    }

    void lock_noKeyStore_keepsWhatIsNowhereElse()
    {
        m_secrets->failWith(SecretStatus::NoStore);
        m_rig->session.lock();
        QTest::qWait(100);
        QVERIFY(m_rig->store.isOpen());
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        m_rig->session.unlock();
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
    }

    void unlock_keyStoreDoesNotAnswer_staysLockedAndLosesNothing()
    {
        QVERIFY(m_rig->store.write(documents::decision(0), "a decision that waits").ok());
        lock();
        m_secrets->failWith(SecretStatus::TimedOut);
        QSignalSpy states(&m_rig->session, &SessionController::stateChanged);
        m_rig->session.unlock();
        QTRY_COMPARE(states.size(), 2);
        QCOMPARE(m_rig->session.state(), State::Locked);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().code, FailureCode::KeyStoreUnavailable);
        QCOMPARE(m_rig->session.state(), State::Locked);
        m_secrets->failWith(SecretStatus::Ok);
        m_rig->session.unlock();
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
        QVERIFY(m_rig->store.holds(documents::decision(0)));
    }

    void signIn_ofTheSamePerson_unlocks()
    {
        QVERIFY(m_rig->store.write(documents::decision(0), "a decision that waits").ok());
        lock();
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_service->lastRequest.expectedSubject, m_service->profile.subject);
        QVERIFY(m_rig->store.holds(documents::decision(0)));
    }

    void signIn_ofAnotherPerson_showsNothing()
    {
        lock();
        const UserProfile owner = m_service->profile;
        m_service->profile.subject = QStringLiteral("bob");
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        m_rig->session.completeSignIn(m_service->completion());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().code, FailureCode::SignInOtherPerson);
        QCOMPARE(m_rig->session.state(), State::Locked);
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        QTRY_VERIFY(!m_rig->store.isOpen());
    }

    void signIn_givenUp_isLockedAsBefore_data()
    {
        QTest::addColumn<bool>("early");
        QTest::newRow("while the key store is read") << true;
        QTest::newRow("on the page") << false;
    }
    void signIn_givenUp_isLockedAsBefore()
    {
        QFETCH(bool, early);
        lock();
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(early || ready.wait());
        m_rig->session.abandonSignIn({FailureCode::SignInAbandoned, {}, {}});
        QCOMPARE(failed.size(), 1);
        QCOMPARE(m_rig->session.state(), State::Locked);
        QTRY_VERIFY(!m_rig->store.isOpen());
        m_rig->session.unlock();
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
    }

    void lock_whileTokensAreRenewed_losesNoToken()
    {
        restart(); // without an access token
        m_rig->session.refreshProfile();
        QTRY_VERIFY(m_rig->tokens.current()); // and kept
        build();
        m_rig->session.start(std::chrono::hours(1));
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
        const int before = m_service->refreshes();
        m_rig->tokens.withToken(this, [](const Outcome<AccessToken>&) {});
        m_rig->session.lock(); // its answer is on the way
        QTRY_COMPARE(m_service->refreshes(), before + 1);
        QTRY_VERIFY(!m_rig->store.isOpen());
        m_rig->session.unlock();
        // The token before it would be taken for stolen.
        QTRY_COMPARE(m_service->refreshes(), before + 2);
        QTRY_VERIFY(m_rig->tokens.current());
        QCOMPARE(m_rig->session.state(), State::SignedIn);
    }

    void start_toBeLocked_showsNothingBeforeUnlock()
    {
        build();
        const auto calls = m_service->requests().size();
        m_rig->session.lock();
        QVERIFY(m_rig->start());
        QCOMPARE(m_rig->session.state(), State::Locked);
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        QTRY_VERIFY(!m_rig->store.isOpen());
        QCOMPARE(m_service->requests().size(), calls);
        m_rig->session.unlock();
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
    }

    void start_unlockedMeanwhile_isNotLocked()
    {
        build();
        m_rig->session.lock();
        m_rig->session.unlock();
        QVERIFY(m_rig->start());
        QCOMPARE(m_rig->session.state(), State::SignedIn);
    }

    void lock_nobodySignedIn_doesNothing()
    {
        m_rig->session.signOut();
        m_rig->session.lock();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
    }

    void signOut_whileLocked_tellsTheServiceAndErases()
    {
        lock();
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended[0][0].value<SignOutReport>().serviceTold);
        QCOMPARE(m_service->signOuts, 1);
        QVERIFY(m_secrets->secrets().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LockTest)
#include "LockTest.moc"
