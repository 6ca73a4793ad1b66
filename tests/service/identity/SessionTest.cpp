// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"
#include "service/journal/CompanyCursor.h"
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// What a session allows, how long it lasts and how it ends.
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SignInWorld>();
        m_device = TestDevice();
        m_grant = m_world->signIn(m_device);
        QVERIFY(!m_grant.accessToken.isEmpty());
    }

    void call_wrongProof_isUnauthorized_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault :
             {"no proof", "no token", "bearer", "unknown token", "other key", "other method", "other path",
              "other host", "other token", "garbage", "no ath"}) {
            QTest::newRow(fault) << QString::fromLatin1(fault);
        }
    }
    void call_wrongProof_isUnauthorized()
    {
        QFETCH(QString, fault);
        const auto is = [&fault](const char* name) { return fault == QLatin1String(name); };
        const QByteArray token = is("unknown token") ? QByteArray(43, 'x') : m_grant.accessToken.toLatin1();
        QUrl target(is("other host") ? QStringLiteral("https://other.example")
                                     : SignInWorld::publicUrl.toString());
        target.setPath(is("other path") ? QStringLiteral("/v1/other") : QStringLiteral("/v1/me"));
        const Jwk key = is("other key") ? TestDevice().key : m_device.key;
        HttpRequest request;
        request.method = "GET";
        request.path = QStringLiteral("/v1/me");
        request.headers.insert("authorization", (is("bearer") ? "Bearer " : "DPoP ") + token);
        request.headers.insert("dpop", Dpop::create(key, is("other method") ? "POST" : "GET", target,
                                                    m_world->clock.now(),
                                                    is("no ath")        ? QByteArray()
                                                    : is("other token") ? QByteArray("another")
                                                                        : token,
                                                    m_world->nonce())
                                           .value());
        if (is("no proof")) {
            request.headers.remove("dpop");
        } else if (is("garbage")) {
            request.headers.insert("dpop", "garbage");
        } else if (is("no token")) {
            request.headers.remove("authorization");
        }
        QCOMPARE(failureOf(m_world->send(request)), std::optional{FailureCode::Unauthorized});
    }

    void call_sameProofTwice_isUnauthorized_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::newRow("reading") << QByteArray("GET") << QStringLiteral("/v1/me");
        QTest::newRow("changing") << QByteArray("POST") << QStringLiteral("/v1/sign-out");
    }
    void call_sameProofTwice_isUnauthorized()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const auto other = m_world->signIn(TestDevice());
        QUrl target = SignInWorld::publicUrl;
        target.setPath(path);
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.headers.insert("authorization", "DPoP " + m_grant.accessToken.toLatin1());
        request.headers.insert("dpop", Dpop::create(m_device.key, method, target, m_world->clock.now(),
                                                    m_grant.accessToken.toLatin1(), m_world->nonce())
                                           .value());
        QCOMPARE(m_world->send(request).status, 200);
        const auto again = failureOf(m_world->send(request));
        QVERIFY(again == FailureCode::Unauthorized || again == FailureCode::SessionEnded);
    }

    void call_wrongClock_saysWhatTimeItIs()
    {
        QUrl target = SignInWorld::publicUrl;
        target.setPath(QStringLiteral("/v1/me"));
        HttpRequest request;
        request.method = "GET";
        request.path = target.path();
        request.headers.insert("authorization", "DPoP " + m_grant.accessToken.toLatin1());
        request.headers.insert("dpop",
                               Dpop::create(m_device.key, "GET", target, m_world->clock.now().addSecs(-3600),
                                            m_grant.accessToken.toLatin1())
                                   .value());
        const auto answer = m_world->send(request);
        QCOMPARE(failureOf(answer), std::optional{FailureCode::ClockWrong});
        QCOMPARE(jsonOf(answer).value(QStringLiteral("argument")).toString(),
                 QStringLiteral("2026-11-23T07:30:00Z"));
    }

    void call_afterHalfAnHour_needsARefresh()
    {
        m_world->clock.advance(SessionStore::accessSeconds - 1);
        QCOMPARE(me(m_grant).status, 200);
        m_world->clock.advance(1);
        QCOMPARE(failureOf(me(m_grant)), std::optional{FailureCode::Unauthorized});
        const TokenGrant next = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        QVERIFY(next.refreshToken != m_grant.refreshToken);
        QCOMPARE(me(next).status, 200);
    }

    void authenticateReader_signedInPerson_isTheSameWithoutTheirName()
    {
        const QString siren = QStringLiteral("000058263");
        const SignedInPerson person = authenticated();
        QCOMPARE(reader(siren).value().cursor, 0);
        const auto moved = m_world->database->write<qint64>(
            [&](QSqlDatabase& connection) { return advanceCursor(connection, siren); });
        const CompanyReader known = reader(siren).value();
        QCOMPARE(known.cursor, moved.value());
        QCOMPARE(known.person.subject, person.subject);
        QCOMPARE(known.person.sessionId, person.sessionId);
        QCOMPARE(known.person.signedInAt, person.signedInAt);
        QVERIFY(known.person.displayName.isEmpty());
        QVERIFY(!person.displayName.isEmpty());
        QCOMPARE(m_world->identity->guard().named(known.person).value().displayName, person.displayName);
    }

    void authenticateReader_endedOrStrange_isRefused()
    {
        const QString siren = QStringLiteral("000058263");
        QCOMPARE(m_world->identity->guard()
                     .authenticateReader(requestBy(TestDevice(), m_grant), siren)
                     .failure()
                     .code,
                 FailureCode::Unauthorized);
        const auto out =
            m_world->call("POST", QStringLiteral("/v1/sign-out"), m_grant.accessToken.toLatin1(), m_device);
        QCOMPARE(out.status, 200);
        QCOMPARE(reader(siren).failure().code, FailureCode::SessionEnded);
    }

    void refresh_lostAnswer_canBeAskedAgainAtOnce()
    {
        const TokenGrant lost = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        m_world->clock.advance(10);
        const TokenGrant second = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        QCOMPARE(me(second).status, 200);
        m_world->clock.advance(60);
        const TokenGrant third = grantOf(m_world->refresh(second.refreshToken, m_device));
        QCOMPARE(me(third).status, 200);
        QVERIFY(lost.refreshToken != second.refreshToken);
    }

    void refresh_lostAnswerThatTurnsUpAfterAll_endsTheSession()
    {
        const TokenGrant readByAnother = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        const TokenGrant second = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        QCOMPARE(failureOf(m_world->refresh(readByAnother.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(me(second)), std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->refresh(second.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
    }

    void refresh_sameTokenByTwoAtOnce_neverGivesTwoLivingFamilies()
    {
        std::vector<HttpResponse> answers(2);
        std::vector<std::thread> callers;
        for (auto& answer : answers) {
            callers.emplace_back([&] { answer = m_world->refresh(m_grant.refreshToken, m_device); });
        }
        for (auto& caller : callers) {
            caller.join();
        }
        int usable = 0;
        for (const auto& answer : answers) {
            QCOMPARE(answer.status, 200);
            usable += m_world->refresh(grantOf(answer).refreshToken, m_device).status == 200 ? 1 : 0;
        }
        QVERIFY(usable <= 1);
    }

    void refresh_tokenUsedTwice_endsTheSession_data()
    {
        QTest::addColumn<bool>("successorUsed");
        QTest::newRow("its successor was used") << true;
        QTest::newRow("much later") << false;
    }
    void refresh_tokenUsedTwice_endsTheSession()
    {
        QFETCH(bool, successorUsed);
        TokenGrant last = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        if (successorUsed) {
            last = grantOf(m_world->refresh(last.refreshToken, m_device));
        } else {
            m_world->clock.advance(31);
        }
        QCOMPARE(failureOf(m_world->refresh(m_grant.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->refresh(last.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(me(last)), std::optional{FailureCode::SessionEnded});
    }

    void refresh_byAnotherDevice_isUnauthorizedAndHarmless()
    {
        QCOMPARE(failureOf(m_world->refresh(m_grant.refreshToken, TestDevice())),
                 std::optional{FailureCode::Unauthorized});
        QCOMPARE(m_world->refresh(m_grant.refreshToken, m_device).status, 200);
    }

    void refresh_thirtyDaysSliding_thenOver()
    {
        constexpr qint64 day = 24 * 3600;
        m_world->clock.advance(29 * day);
        const TokenGrant next = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        m_world->clock.advance(29 * day);
        const TokenGrant last = grantOf(m_world->refresh(next.refreshToken, m_device));
        m_world->clock.advance(30 * day);
        QCOMPARE(failureOf(m_world->refresh(last.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
    }

    void token_malformed_isRefused()
    {
        QCOMPARE(failureOf(m_world->token({{"grant_type", "password"}}, m_device)),
                 std::optional{FailureCode::InvalidRequest});
        QCOMPARE(failureOf(m_world->token({{"grant_type", "refresh_token"}}, m_device)),
                 std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->token({{"grant_type", "a"}, {"grant_type", "b"}}, m_device)),
                 std::optional{FailureCode::InvalidRequest});
    }

    void signOut_endsTheSessionAndFranceConnects()
    {
        const auto answer =
            m_world->call("POST", QStringLiteral("/v1/sign-out"), m_grant.accessToken.toLatin1(), m_device);
        QCOMPARE(answer.status, 200);
        QCOMPARE(failureOf(me(m_grant)), std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->refresh(m_grant.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});

        TestBrowser browser;
        const QUrl url(jsonOf(answer).value(QStringLiteral("endSessionUrl")).toString());
        const auto leaving = m_world->get(url.path().toLatin1(), browser);
        const QUrl target(QString::fromLatin1(header(leaving, "Location")));
        QVERIFY(target.toString().startsWith(QStringLiteral("https://fc.example/api/v2/session/end?")));
        QVERIFY(sentOn(leaving, "id_token_hint").startsWith(QStringLiteral("ey")));
        QCOMPARE(
            QUrlQuery(target).queryItemValue(QStringLiteral("post_logout_redirect_uri"), QUrl::FullyDecoded),
            QStringLiteral("https://service.example/sign-out/return"));
        QCOMPARE(jsonOf(answer).value(QStringLiteral("completionUrl")).toString(),
                 QStringLiteral("https://service.example/sign-out/return"));
        QVERIFY(jsonOf(answer)
                    .value(QStringLiteral("allowedHosts"))
                    .toArray()
                    .contains(QStringLiteral("fc.example")));
        QCOMPARE(sentOn(leaving, "state").size(), 43);
        QCOMPARE(QUrlQuery(target).queryItems().size(), 3);
        QCOMPARE(m_world->get(url.path().toLatin1(), browser).status, 200);

        const auto back =
            m_world->get("/sign-out/return?state=" + sentOn(leaving, "state").toLatin1(), browser);
        QCOMPARE(back.status, 200);
        QVERIFY(m_world->logged.contains(R"("ours":true)"));
        QCOMPARE(browser.cookies.first(), QByteArray());
    }

    void signOutReturn_foreignState_showsTheSamePageAndChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("67 none") << QByteArray();
        QTest::newRow("67 foreign") << QByteArray("?state=foreign");
        QTest::newRow("67 markup") << QByteArray("?state=%3Cscript%3E&error=%3Cscript%3E");
    }
    void signOutReturn_foreignState_showsTheSamePageAndChangesNothing()
    {
        QFETCH(QByteArray, query);
        TestBrowser browser;
        const auto page = m_world->get("/sign-out/return" + query, browser);
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("script"));
        QVERIFY(m_world->logged.contains(R"("ours":false)"));
        QCOMPARE(me(m_grant).status, 200);
    }

    void signOut_franceConnectDown_endsTheSessionAllTheSame()
    {
        m_world->clock.advance(601);
        m_grant = grantOf(m_world->refresh(m_grant.refreshToken, m_device));
        const auto answer =
            m_world->call("POST", QStringLiteral("/v1/sign-out"), m_grant.accessToken.toLatin1(), m_device);
        m_world->provider.replies.insert(QStringLiteral("openid-configuration"), HttpReply{503, {}, {}});
        TestBrowser browser;
        const QUrl url(jsonOf(answer).value(QStringLiteral("endSessionUrl")).toString());
        QCOMPARE(m_world->get(url.path().toLatin1(), browser).status, 200);
        QCOMPARE(failureOf(me(m_grant)), std::optional{FailureCode::SessionEnded});
    }

    void signIn_otherPersonOnTheSameDevice_inheritsNothing()
    {
        const QString first = jsonOf(me(m_grant)).value(QStringLiteral("subject")).toString();
        m_world->provider.subject = QString(64, u'b') + QStringLiteral("v1");
        const TokenGrant second = m_world->signIn(m_device);
        QVERIFY(jsonOf(me(second)).value(QStringLiteral("subject")).toString() != first);
        QCOMPARE(failureOf(me(m_grant)), std::optional{FailureCode::SessionEnded});
        QCOMPARE(failureOf(m_world->refresh(m_grant.refreshToken, m_device)),
                 std::optional{FailureCode::SessionEnded});
    }

    void signIn_samePersonOnTwoDevices_keepsBoth()
    {
        const TestDevice other;
        const TokenGrant second = m_world->signIn(other);
        QCOMPARE(me(m_grant).status, 200);
        QCOMPARE(m_world->call("GET", QStringLiteral("/v1/me"), second.accessToken.toLatin1(), other).status,
                 200);
    }

    void identityForMatching_isForgottenAfterHalfAnHour()
    {
        const SignedInPerson person = authenticated();
        QCOMPARE(m_world->identity->guard().identityForMatching(person).value().familyName,
                 QStringLiteral("DUBOIS"));
        m_world->clock.advance(1801);
        QCOMPARE(m_world->identity->guard().identityForMatching(person).failure().code,
                 FailureCode::SignInTooOld);
    }

    void requireRecentSignIn_allowsTwelveHours()
    {
        const SignedInPerson person = authenticated();
        m_world->clock.advance(12 * 3600 - 6);
        QVERIFY(m_world->identity->guard().requireRecentSignIn(person).ok());
        m_world->clock.advance(7);
        QCOMPARE(m_world->identity->guard().requireRecentSignIn(person).failure().code,
                 FailureCode::SignInTooOld);
    }

    void requireHighEffectSignIn_allowsFiveMinutes()
    {
        const SignedInPerson person = authenticated();
        m_world->clock.advance(5 * 60 - 6);
        QVERIFY(m_world->identity->guard().requireHighEffectSignIn(person).ok());
        m_world->clock.advance(7);
        QCOMPARE(m_world->identity->guard().requireHighEffectSignIn(person).failure().code,
                 FailureCode::StrongSignInNeeded);
    }

private:
    [[nodiscard]] HttpResponse me(const TokenGrant& grant)
    {
        return m_world->call("GET", QStringLiteral("/v1/me"), grant.accessToken.toLatin1(), m_device);
    }
    [[nodiscard]] SignedInPerson authenticated()
    {
        return m_world->identity->guard().authenticate(requestBy(m_device, m_grant)).value();
    }
    [[nodiscard]] Outcome<CompanyReader> reader(const QString& siren)
    {
        return m_world->identity->guard().authenticateReader(requestBy(m_device, m_grant), siren);
    }
    [[nodiscard]] HttpRequest requestBy(const TestDevice& device, const TokenGrant& grant)
    {
        HttpRequest request;
        request.method = "GET";
        request.path = QStringLiteral("/v1/me");
        QUrl target = SignInWorld::publicUrl;
        target.setPath(request.path);
        const QByteArray token = grant.accessToken.toLatin1();
        request.headers.insert("authorization", "DPoP " + token);
        request.headers.insert(
            "dpop",
            Dpop::create(device.key, "GET", target, m_world->clock.now(), token, m_world->nonce()).value());
        return request;
    }

    std::unique_ptr<SignInWorld> m_world;
    TestDevice m_device;
    TokenGrant m_grant;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "SessionTest.moc"
