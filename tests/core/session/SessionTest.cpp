// SPDX-License-Identifier: MIT
#include "core/cache/DocumentNames.h"
#include "tests/tools/ClientRig.h"
#include "tests/tools/FilesOnDisk.h"

#include <QDir>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace proconnect;
using State = SessionController::State;

class SessionTest : public QObject
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

    /// Begins a sign-in, then gives `url` to it, and returns the failure.
    std::optional<FailureCode> failureOf(const QUrl& url)
    {
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        if (!ready.wait()) {
            return std::nullopt;
        }
        m_rig->session.completeSignIn(url);
        if (failed.isEmpty() && !failed.wait(2000)) {
            return std::nullopt;
        }
        return failed.size() == 1 ? std::optional(failed[0][0].value<Failure>().code) : std::nullopt;
    }

    [[nodiscard]] QByteArray everythingOnDisk() const { return filesOnDisk(m_directory->path()); }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<FakeService>(m_clock);
        m_secrets = std::make_unique<MemorySecretStore>();
        m_directory = std::make_unique<QTemporaryDir>();
        restart();
    }

    void cleanup() { m_rig.reset(); }

    void start_nothingKept_isSignedOut()
    {
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QCOMPARE(m_rig->session.secretKeeping(), SecretKeeping::KeyStore);
        QVERIFY(m_service->requests().isEmpty());
    }

    void signIn_wholePath_endsSignedInWithTheProfile()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
        QCOMPARE(m_service->lastRequest.codeChallengeMethod, QStringLiteral("S256"));
        QCOMPARE(m_service->lastRequest.returnTo, QStringLiteral("embedded"));
        QVERIFY(!m_service->lastRequest.loopbackPort);
        QCOMPARE(m_secrets->secrets().size(), 1);
    }

    void restart_signedIn_showsTheCopyBeforeAnyCall()
    {
        QVERIFY(m_rig->signIn(*m_service));
        const auto before = m_service->requests().size();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        m_rig->session.start(std::chrono::hours(1));
        QTRY_COMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
        QCOMPARE(m_service->requests().size(), before);
    }

    void restart_profileChangedAtTheService_isToldSoon()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->profile.companies.clear();
        restart();
        QTRY_VERIFY(m_rig->session.profile().companies.isEmpty());
        QCOMPARE(m_service->refreshes(), 1);
    }

    void restart_serviceDown_staysSignedIn()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->fault = ScriptedServer::answer(503);
        QSignalSpy out(&m_rig->session, &SessionController::signedOut);
        restart();
        QTRY_VERIFY(m_service->count("/v1/oauth/token") > 1);
        QTest::qWait(50);
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
    }

    void restart_sessionEndedByTheService_hidesEverything()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->endSession();
        m_rig = std::make_unique<ClientRig>(m_service->url(), *m_secrets, m_directory->path(), m_clock);
        QSignalSpy out(&m_rig->session, &SessionController::signedOut);
        QVERIFY(m_rig->start());
        QTRY_COMPARE(out.size(), 1);
        QCOMPARE(out[0][0].value<Failure>().code, FailureCode::SessionEnded);
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_rig->session.profile().familyName.isEmpty());
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
    }

    void signIn_afterTheSessionEnded_nothingOfTheFormerPersonIsLeft()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->endSession();
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.state(), State::SignedOut);
        // What is left tells only that the key store holds the device's key.
        QCOMPARE(QDir(m_directory->path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("session.kept")});
        QCOMPARE(everythingOnDisk(), m_directory->filePath(QStringLiteral("session.kept")).toUtf8());
        m_service->profile.subject = QStringLiteral("bob");
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_service->lastRequest.expectedSubject.isEmpty());
        QCOMPARE(m_rig->session.profile().subject, QStringLiteral("bob"));
    }

    void signIn_whileDecisionsWait_onlyTheirOwnerIsLetIn()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QVERIFY(m_rig->store.write(documents::decision(7), "{}").ok());
        m_service->endSession();
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.state(), State::SignedOut);
        m_service->profile.subject = QStringLiteral("bob");
        m_service->profile.givenName = QStringLiteral("Bob");
        QCOMPARE(failureOf(m_service->completion()), FailureCode::SignInOtherPerson);
        QCOMPARE(m_service->lastRequest.expectedSubject, QStringLiteral("anne"));
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QTRY_COMPARE(m_service->signOuts, 1);
        m_service->profile.subject = QStringLiteral("anne");
        QVERIFY(m_rig->signIn(*m_service));
    }

    void restart_copyLost_waitsForTheServiceThenIsSignedIn()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_rig->store.wipe();
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile(), m_service->profile);
        m_rig->store.wipe();
        m_service->fault = ScriptedServer::answer(503);
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
    }

    void signIn_otherPersonWhileSignedIn_isRefusedAndTheOwnerStays()
    {
        QVERIFY(m_rig->signIn(*m_service));
        m_service->profile.subject = QStringLiteral("bob");
        QCOMPARE(failureOf(m_service->completion()), FailureCode::SignInOtherPerson);
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        QCOMPARE(m_rig->session.profile().subject, QStringLiteral("anne"));
    }

    void signIn_again_keepsTheStateSignedIn()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QSignalSpy states(&m_rig->session, &SessionController::stateChanged);
        QVERIFY(m_rig->signIn(*m_service));
        QCOMPARE(states.size(), 0);
        QCOMPARE(m_service->lastRequest.expectedSubject, QStringLiteral("anne"));
    }

    void sessionEnded_duringANewerSignIn_letsItGoOn()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy done(&m_rig->session, &SessionController::signedIn);
        QSignalSpy out(&m_rig->session, &SessionController::signedOut);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        m_service->endSession();
        m_rig->session.refreshProfile();
        QVERIFY(out.wait());
        QCOMPARE(m_rig->session.state(), State::SigningIn);
        QVERIFY(m_rig->session.profile().subject.isEmpty());
        m_rig->session.completeSignIn(m_service->completion());
        QVERIFY(done.wait());
        QCOMPARE(m_rig->session.state(), State::SignedIn);
    }

    void complete_badReturn_failsOrIsIgnored()
    {
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=tx&error=sign-in-abandoned"))),
                 FailureCode::SignInAbandoned);
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=tx&error=moon"))),
                 FailureCode::SignInRefused);
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=other&code=good"))),
                 FailureCode::SignInRefused);
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=tx&code=good&code=good"))),
                 FailureCode::SignInRefused);
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=tx"))),
                 FailureCode::SignInRefused);
        QCOMPARE(failureOf(m_service->completion(QStringLiteral("transaction=tx&code=wrong"))),
                 FailureCode::SignInRefused);
        QUrl elsewhere = m_service->completion();
        elsewhere.setPath(QStringLiteral("/sign-in/completed"));
        QCOMPARE(failureOf(elsewhere), std::nullopt);
        elsewhere = m_service->completion();
        elsewhere.setHost(QStringLiteral("localhost"));
        QCOMPARE(failureOf(elsewhere), std::nullopt);
        QVERIFY(m_secrets->secrets().isEmpty());
    }

    void begin_pageAtAnotherAddress_isRefused()
    {
        m_service->completionElsewhere = true;
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<Failure>().code, FailureCode::BadReply);
        QCOMPARE(ready.size(), 0);
    }

    void begin_serviceDown_failsOnceAndSignsOut()
    {
        m_service->fault = ScriptedServer::problem(502, "identity-provider-unavailable");
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QCOMPARE(m_rig->session.state(), State::SigningIn);
        QVERIFY(failed.wait());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().code, FailureCode::IdentityProviderUnavailable);
        QCOMPARE(m_rig->session.state(), State::SignedOut);
    }

    void begin_clockWrong_saysSoBeforeAnyPage()
    {
        for (const qint64 seconds : {-86'400, 3'600}) {
            m_service->clockAhead = seconds;
            QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
            QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
            m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
            QVERIFY(failed.wait());
            QCOMPARE(failed[0][0].value<Failure>().code, FailureCode::ClockWrong);
            QVERIFY(!failed[0][0].value<Failure>().argument.isEmpty());
            QCOMPARE(ready.size(), 0);
        }
        m_service->clockAhead = 30;
        QVERIFY(m_rig->signIn(*m_service));
    }

    void abandon_whileWaiting_tellsWhyOnce()
    {
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy failed(&m_rig->session, &SessionController::signInFailed);
        m_rig->session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        m_rig->session.abandonSignIn({FailureCode::UnknownAddress, {}, QStringLiteral("attacker.example")});
        m_rig->session.abandonSignIn({FailureCode::Cancelled, {}, {}});
        m_rig->session.completeSignIn(m_service->completion());
        QTest::qWait(20);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Failure>().argument, QStringLiteral("attacker.example"));
        QCOMPARE(m_rig->session.state(), State::SignedOut);
    }

    void signIn_inTheSystemBrowser_returnsByLoopback()
    {
        QSignalSpy ready(&m_rig->session, &SessionController::signInPageReady);
        QSignalSpy done(&m_rig->session, &SessionController::signedIn);
        m_rig->session.beginSignIn(SessionController::Browser::System, SignInStrength::Ordinary);
        QVERIFY(ready.wait());
        QCOMPARE(m_service->lastRequest.returnTo, QStringLiteral("loopback"));
        const int port = m_service->lastRequest.loopbackPort.value_or(0);
        QTcpSocket browser;
        browser.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(port));
        QVERIFY(browser.waitForConnected());
        browser.write("GET /r?transaction=tx&code=good HTTP/1.1\r\nHost: 127.0.0.1:" +
                      QByteArray::number(port) + "\r\n\r\n");
        QVERIFY(done.wait());
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        restart(); // it is remembered where FranceConnect's session lives
        QSignalSpy ended(&m_rig->session, &SessionController::signOutEnded);
        m_rig->session.signOut();
        QVERIFY(ended.wait());
        QVERIFY(ended[0][0].value<SignOutReport>().inSystemBrowser);
    }

    void keyStore_goneWhileWorking_goesOnInMemoryAndComesBack()
    {
        QVERIFY(m_rig->signIn(*m_service));
        QSignalSpy keeping(&m_rig->session, &SessionController::secretKeepingChanged);
        m_secrets->failWith(SecretStatus::NoStore);
        m_service->expireTokens();
        m_service->profile.givenName = QStringLiteral("Anna");
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.secretKeeping(), SecretKeeping::MemoryOnly);
        QTRY_COMPARE(m_rig->session.profile().givenName, QStringLiteral("Anna"));
        QCOMPARE(m_rig->session.state(), State::SignedIn);
        m_secrets->failWith(SecretStatus::Ok);
        m_service->expireTokens();
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.secretKeeping(), SecretKeeping::KeyStore);
        QCOMPARE(keeping.size(), 2);
        restart(); // the newest refresh token is the one that was kept
        QTRY_COMPARE(m_service->refreshes(), 3);
        QCOMPARE(m_rig->session.state(), State::SignedIn);
    }

    void signIn_noKeyStore_worksInMemoryAndSaysSo()
    {
        m_secrets->failWith(SecretStatus::NoStore);
        restart();
        QCOMPARE(m_rig->session.secretKeeping(), SecretKeeping::MemoryOnly);
        QVERIFY(m_rig->signIn(*m_service));
        restart();
        QCOMPARE(m_rig->session.state(), State::SignedOut);
        QVERIFY(m_secrets->secrets().isEmpty());
    }

    void call_tokenExpired_isRenewedUnseen()
    {
        QVERIFY(m_rig->signIn(*m_service));
        const QByteArray kept = m_secrets->secrets().values().constFirst();
        m_service->expireTokens();
        m_service->profile.givenName = QStringLiteral("Anna");
        m_rig->session.refreshProfile();
        QTRY_COMPARE(m_rig->session.profile().givenName, QStringLiteral("Anna"));
        QCOMPARE(m_service->refreshes(), 1);
        QVERIFY(m_secrets->secrets().values().constFirst() != kept);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"
