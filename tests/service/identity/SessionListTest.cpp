// SPDX-License-Identifier: MIT
#include "core/model/DeviceSession.h"
#include "core/protocol/ModelJson.h"
#include "service/keys/FileServiceKeys.h"
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

#include <thread>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// The computers on which a person is signed in, seen and ended from one of them.
class SessionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SignInWorld>();
        m_desk = TestDevice();
        m_desk.name = QStringLiteral("bureau · Debian 12");
        m_laptop = TestDevice();
        m_laptop.name = QStringLiteral("portable · Debian 12");
        m_atDesk = m_world->signIn(m_desk);
        m_world->clock.advance(20);
        m_onLaptop = m_world->signIn(m_laptop);
        QVERIFY(!m_onLaptop.accessToken.isEmpty());
    }

    void list_twoComputers_areNamedAndOnesOwnIsMarked()
    {
        const auto list = sessions(m_atDesk, m_desk);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].device, m_laptop.name);
        QCOMPARE(list[1].device, m_desk.name);
        QVERIFY(!list[0].current);
        QVERIFY(list[1].current);
        QCOMPARE(list[1].lastUsedAt.secsTo(list[0].lastUsedAt), 20);
        QVERIFY(!m_world->writtenBytes().contains("portable"));
        QVERIFY(!m_world->logged.contains("portable"));
    }

    void list_computerWithoutAName_isThereToo()
    {
        m_world->clock.advance(1);
        TestDevice silent;
        const TokenGrant grant = m_world->signIn(silent);
        QCOMPARE(sessions(grant, silent).size(), 3);
        QVERIFY(sessions(grant, silent)[0].device.isEmpty());
    }

    void list_signInBegunBeforeTheServiceAskedForNames_isThereWithoutOne()
    {
        m_world->clock.advance(1);
        const TestDevice older;
        SignInTransaction transaction;
        const QByteArray code = m_world->code(older, &transaction);
        QVERIFY(m_world->database
                    ->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                        const auto updated =
                            runQuery(connection,
                                     QStringLiteral(
                                         "UPDATE sign_in_transactions SET device_sealed = NULL WHERE id = ?"),
                                     {transaction.transaction});
                        return updated ? Outcome<Done>(Done{}) : updated.failure();
                    })
                    .ok());
        const auto answer = m_world->redeem(transaction.transaction, code, older.verifier, older);
        QCOMPARE(answer.status, 200);
        const auto list = sessions(grantOf(answer), older);
        QCOMPARE(list.size(), 3);
        QVERIFY(list[0].current);
        QVERIFY(list[0].device.isEmpty());
    }

    void list_anotherPerson_seesNothingOfIt()
    {
        const auto [grant, device] = somebodyElse();
        const auto list = sessions(grant, device);
        QCOMPARE(list.size(), 1);
        QVERIFY(list[0].current);
    }

    void list_sessionThatEndedOrRanOut_isNotThere()
    {
        QCOMPARE(call("POST", QStringLiteral("/v1/sign-out"), m_onLaptop, m_laptop).status, 200);
        QCOMPARE(sessions(m_atDesk, m_desk).size(), 1);
        m_world->clock.advance(SessionStore::refreshSeconds - 60);
        const TokenGrant last = m_world->signIn(m_laptop);
        m_world->clock.advance(120);
        const auto list = sessions(last, m_laptop);
        QCOMPARE(list.size(), 1);
        QVERIFY(list[0].current);
    }

    void name_longerThanAllowed_isRefused()
    {
        m_laptop.name = QString(81, u'x');
        QCOMPARE(failureOf(m_world->open(m_laptop)), std::optional{FailureCode::InvalidRequest});
    }

    void end_otherComputer_leavesItNothing()
    {
        const auto answer = end(laptopSession(), m_atDesk, m_desk);
        QCOMPARE(answer.status, 200);
        const auto left = fromJson<DeviceSessions>(jsonOf(answer)).value().sessions;
        QCOMPARE(left.size(), 1);
        QVERIFY(left[0].current);
        for (const HttpResponse& response : {call("GET", QStringLiteral("/v1/me"), m_onLaptop, m_laptop),
                                             m_world->refresh(m_onLaptop.refreshToken, m_laptop)}) {
            QCOMPARE(failureOf(response), std::optional{FailureCode::SessionEnded});
            QCOMPARE(jsonOf(response).value(QStringLiteral("argument")).toString(), endedElsewhere);
        }
        QCOMPARE(call("GET", QStringLiteral("/v1/me"), m_atDesk, m_desk).status, 200);
        QVERIFY(m_world->logged.contains("session.ended-elsewhere"));
    }

    void end_tokensRenewedSinceTheList_areWorthNothingEither()
    {
        const QString id = laptopSession();
        const TokenGrant renewed = grantOf(m_world->refresh(m_onLaptop.refreshToken, m_laptop));
        QCOMPARE(end(id, m_atDesk, m_desk).status, 200);
        QCOMPARE(failureOf(call("GET", QStringLiteral("/v1/me"), renewed, m_laptop)),
                 std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->refresh(renewed.refreshToken, m_laptop)),
                 std::optional{FailureCode::SessionEnded});
    }

    void end_whileTheOtherRenewsItsTokens_leavesNoLivingToken()
    {
        const QString id = laptopSession();
        HttpResponse renewed;
        HttpResponse ended;
        std::thread thief([&] { renewed = m_world->refresh(m_onLaptop.refreshToken, m_laptop); });
        std::thread owner([&] { ended = end(id, m_atDesk, m_desk); });
        thief.join();
        owner.join();
        QCOMPARE(ended.status, 200);
        if (renewed.status == 200) {
            QCOMPARE(failureOf(call("GET", QStringLiteral("/v1/me"), grantOf(renewed), m_laptop)),
                     std::optional{FailureCode::SessionEnded});
        }
        QCOMPARE(sessions(m_atDesk, m_desk).size(), 1);
    }

    void end_newerSignInOnThatComputer_endsToo()
    {
        const QString id = laptopSession();
        const TokenGrant newer = m_world->signIn(m_laptop);
        QCOMPARE(end(id, m_atDesk, m_desk).status, 200);
        QCOMPARE(failureOf(call("GET", QStringLiteral("/v1/me"), newer, m_laptop)),
                 std::optional{FailureCode::SessionEnded});
    }

    /// What was let in before must not be written after.
    void end_whileACallOfTheOtherIsUnderWay_isSeenBeforeItWrites()
    {
        const SignedInPerson laptop = personAt(m_laptop);
        QVERIFY(stillSignedIn(laptop));
        static_cast<void>(m_world->signIn(m_laptop));
        QVERIFY(stillSignedIn(laptop));
        QCOMPARE(end(laptopSession(), m_atDesk, m_desk).status, 200);
        QVERIFY(!stillSignedIn(laptop));
        QVERIFY(stillSignedIn(personAt(m_desk)));
    }

    void end_anotherPersonsComputer_isNotFoundAndHarmless()
    {
        const QString id = laptopSession();
        const auto [grant, device] = somebodyElse();
        QCOMPARE(end(id, grant, device).status, 404);
        QCOMPARE(call("GET", QStringLiteral("/v1/me"), m_onLaptop, m_laptop).status, 200);
        QCOMPARE(end(QStringLiteral("unknown"), m_atDesk, m_desk).status, 404);
    }

    void end_twice_isNotFound()
    {
        const QString id = laptopSession();
        QCOMPARE(end(id, m_atDesk, m_desk).status, 200);
        QCOMPARE(end(id, m_atDesk, m_desk).status, 404);
    }

    void end_computerThatCallsWeeksLater_isStillToldWhy()
    {
        QCOMPARE(end(laptopSession(), m_atDesk, m_desk).status, 200);
        m_world->clock.advance(20LL * 24 * 3600);
        QTemporaryDir folder;
        const auto keys = FileServiceKeys::loadOrMake(folder.filePath(QStringLiteral("keys.json"))).value();
        QVERIFY(SessionStore(*m_world->database, *keys, m_world->clock).forgetOld().ok());
        const auto answer = m_world->refresh(m_onLaptop.refreshToken, m_laptop);
        QCOMPARE(jsonOf(answer).value(QStringLiteral("argument")).toString(), endedElsewhere);
    }

private:
    [[nodiscard]] HttpResponse call(const QByteArray& method, const QString& path, const TokenGrant& grant,
                                    const TestDevice& device)
    {
        return m_world->call(method, path, grant.accessToken.toLatin1(), device);
    }
    [[nodiscard]] QList<DeviceSession> sessions(const TokenGrant& grant, const TestDevice& device)
    {
        const auto answer = call("GET", QStringLiteral("/v1/sessions"), grant, device);
        return fromJson<DeviceSessions>(jsonOf(answer)).value().sessions;
    }
    [[nodiscard]] HttpResponse end(const QString& id, const TokenGrant& grant, const TestDevice& device)
    {
        return call("POST", QStringLiteral("/v1/sessions/%1/end").arg(id), grant, device);
    }
    [[nodiscard]] QString laptopSession()
    {
        for (const DeviceSession& session : sessions(m_atDesk, m_desk)) {
            if (session.device == m_laptop.name) {
                return session.id;
            }
        }
        return {};
    }
    [[nodiscard]] SignedInPerson personAt(const TestDevice& device)
    {
        SignedInPerson person;
        person.deviceThumbprint = device.key.thumbprint();
        const auto found = m_world->database->read<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
            const auto row = readRow(connection,
                                     QStringLiteral("SELECT id, subject FROM sessions WHERE "
                                                    "device_thumbprint = ? AND ended_at IS NULL"),
                                     {person.deviceThumbprint});
            if (row && row.value()) {
                person.sessionId = row.value()->at(0).toString();
                person.subject = row.value()->at(1).toString();
            }
            return Done{};
        });
        return found ? person : SignedInPerson{};
    }
    [[nodiscard]] bool stillSignedIn(const SignedInPerson& person)
    {
        const auto still = m_world->database->write<Done>(
            [&](QSqlDatabase& connection) { return SessionStore::requireOpen(connection, person); });
        return still.ok();
    }
    [[nodiscard]] std::pair<TokenGrant, TestDevice> somebodyElse()
    {
        m_world->provider.subject = QString(64, u'c') + QStringLiteral("v1");
        const TestDevice device;
        return {m_world->signIn(device), device};
    }

    std::unique_ptr<SignInWorld> m_world;
    TestDevice m_desk;
    TestDevice m_laptop;
    TokenGrant m_atDesk;
    TokenGrant m_onLaptop;
};

QTEST_GUILESS_MAIN(SessionListTest)
#include "SessionListTest.moc"
