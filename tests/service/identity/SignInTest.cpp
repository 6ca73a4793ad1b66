// SPDX-License-Identifier: MIT
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

/// From the opened transaction to the first tokens; numbers are those of facts/franceconnect.md section 4.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<SignInWorld>(); }

    void signIn_wholePath_opensASession()
    {
        const TestDevice device;
        TestBrowser browser;
        const SignInTransaction transaction = m_world->opened(device);
        QVERIFY(transaction.startUrl.startsWith(QStringLiteral("https://service.example/sign-in/start/")));
        QCOMPARE(transaction.allowedHosts,
                 (QStringList{QStringLiteral("service.example"), QStringLiteral("fc.example")}));

        const QUrlQuery authorize = m_world->start(transaction, browser);
        QCOMPARE(authorize.queryItemValue(QStringLiteral("state")).size(), 43);
        QVERIFY(browser.cookies.firstKey().startsWith("__Host-"));

        const auto returned = m_world->comeBack(m_world->returnQuery(authorize), browser);
        QCOMPARE(returned.status, 302);
        QVERIFY(
            header(returned, "Location").startsWith(transaction.completionUrl.toLatin1() + "?transaction="));
        QCOMPARE(sentOn(returned, "transaction"), transaction.transaction);
        QCOMPARE(browser.cookies.first(), QByteArray());
        QCOMPARE(m_world->get(header(returned, "Location"), browser).status, 200);

        const auto answer = m_world->redeem(transaction.transaction, sentOn(returned, "code").toLatin1(),
                                            device.verifier, device);
        QCOMPARE(answer.status, 200);
        const TokenGrant grant = grantOf(answer);
        QCOMPARE(grant.tokenType, QStringLiteral("DPoP"));
        QCOMPARE(grant.expiresIn, 1800);

        const auto me = m_world->call("GET", QStringLiteral("/v1/me"), grant.accessToken.toLatin1(), device);
        QCOMPARE(me.status, 200);
        QCOMPARE(jsonOf(me).value(QStringLiteral("givenName")).toString(), QStringLiteral("Angela"));
        QCOMPARE(jsonOf(me).value(QStringLiteral("familyName")).toString(), QStringLiteral("DUBOIS"));
        QVERIFY(jsonOf(me).value(QStringLiteral("subject")).toString() != m_world->provider.subject);
    }

    void signIn_loopback_returnsToThatPort()
    {
        const TestDevice device;
        TestBrowser browser;
        const auto transaction =
            m_world->opened(device, {{QStringLiteral("returnTo"), QStringLiteral("loopback")},
                                     {QStringLiteral("loopbackPort"), 40'123}});
        QCOMPARE(transaction.completionUrl, QStringLiteral("http://127.0.0.1:40123/r"));
        const auto returned =
            m_world->comeBack(m_world->returnQuery(m_world->start(transaction, browser)), browser);
        QVERIFY(header(returned, "Location").startsWith("http://127.0.0.1:40123/r?transaction="));
    }

    void signIn_anything_leavesNoSecretInLogOrDatabase()
    {
        const TestDevice device;
        TestBrowser browser;
        const auto transaction = m_world->opened(device);
        const QUrlQuery authorize = m_world->start(transaction, browser);
        const QByteArray cookie = browser.cookies.first();
        const auto returned = m_world->comeBack(m_world->returnQuery(authorize), browser);
        const QByteArray code = sentOn(returned, "code").toLatin1();
        const TokenGrant grant =
            grantOf(m_world->redeem(transaction.transaction, code, device.verifier, device));
        (void)m_world->redeem(transaction.transaction, code, device.verifier, device);
        const QByteArray everything = m_world->writtenBytes() + m_world->logged;
        QVERIFY(everything.contains("sign-in.proven"));
        for (const QByteArray& secret :
             {QUrl(transaction.startUrl).fileName().toLatin1(), cookie, code,
              authorize.queryItemValue(QStringLiteral("state")).toLatin1(),
              m_world->provider.nonce.toLatin1(), grant.accessToken.toLatin1(), grant.refreshToken.toLatin1(),
              device.verifier, m_world->provider.subject.toLatin1(), QByteArray("DUBOIS"),
              QByteArray("Angela"), QByteArray("1962-08-24"), QByteArray("exemple.fr")}) {
            QVERIFY(!secret.isEmpty());
            QVERIFY2(!everything.contains(secret), secret.constData());
        }
    }

    void open_malformed_isRefused_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        const auto row = [](const char* name, const char* member, const QJsonValue& value) {
            QTest::newRow(name) << QJsonObject{{QLatin1String(member), value}};
        };
        row("challenge too short", "codeChallenge", QStringLiteral("abc"));
        row("challenge of another form", "codeChallenge", QString(43, u'='));
        row("plain challenge", "codeChallengeMethod", QStringLiteral("plain"));
        row("no device", "dpopJkt", QString());
        row("elsewhere", "returnTo", QStringLiteral("https://evil.example"));
        row("loopback without a port", "returnTo", QStringLiteral("loopback"));
        row("port without loopback", "loopbackPort", 40'000);
        row("null", "codeChallenge", QJsonValue::Null);
    }
    void open_malformed_isRefused()
    {
        QFETCH(QJsonObject, changes);
        QCOMPARE(failureOf(m_world->open(TestDevice(), changes)), std::optional{FailureCode::InvalidRequest});
    }

    void start_ticketUsedUnknownOrOld_isRefused()
    {
        TestBrowser browser;
        const auto transaction = m_world->opened(TestDevice());
        const QByteArray path = QUrl(transaction.startUrl).path().toLatin1();
        QCOMPARE(m_world->get(path, browser).status, 302);
        QCOMPARE(m_world->get(path, browser).status, 400);
        QCOMPARE(m_world->get("/sign-in/start/unknown", browser).status, 400);
        const auto late = m_world->opened(TestDevice());
        m_world->clock.advance(601);
        QCOMPARE(m_world->get(QUrl(late.startUrl).path().toLatin1(), browser).status, 400);
    }

    void start_providerDown_tellsTheApplication()
    {
        m_world->provider.replies.insert(QStringLiteral("openid-configuration"), HttpReply{503, {}, {}});
        TestBrowser browser;
        const auto transaction = m_world->opened(TestDevice());
        const auto answer = m_world->get(QUrl(transaction.startUrl).path().toLatin1(), browser);
        QCOMPARE(sentOn(answer, "error"), QStringLiteral("identity-provider-unavailable"));
    }

    void comeBack_fault_endsInItsOwnFailure_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* name, const char* query, const char* error) {
            QTest::newRow(name) << QByteArray(query) << QString::fromLatin1(error);
        };
        row("6 iss missing", "code=the-code&state=@", "sign-in-refused");
        row("7 iss foreign", "code=the-code&state=@&iss=https://evil.example", "sign-in-refused");
        row("7 iss twice", "code=the-code&state=@&iss=!&iss=!", "sign-in-refused");
        row("8 code twice", "code=the-code&code=the-code&state=@&iss=!", "sign-in-refused");
        row("9 code and error", "code=the-code&error=access_denied&state=@&iss=!", "sign-in-refused");
        row("10 neither", "state=@&iss=!", "sign-in-refused");
        row("12 forged code", "code=forged&state=@&iss=!", "sign-in-expired");
        row("12 huge code", "code=#&state=@&iss=!", "sign-in-refused");
        row("13 abandoned", "error=access_denied&state=@&iss=!", "sign-in-abandoned");
        row("13 server error", "error=server_error&state=@&iss=!", "identity-provider-unavailable");
        row("13 unavailable", "error=temporarily_unavailable&state=@&iss=!", "identity-provider-unavailable");
        row("13 invalid acr", "error=invalid_acr&error_description=%3Cscript%3E&state=@&iss=!",
            "sign-in-refused");
        row("13 error without iss", "error=access_denied&state=@", "sign-in-refused");
    }
    void comeBack_fault_endsInItsOwnFailure()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, error);
        TestBrowser browser;
        const auto transaction = m_world->opened(TestDevice());
        const QUrlQuery authorize = m_world->start(transaction, browser);
        query.replace('@', authorize.queryItemValue(QStringLiteral("state")).toLatin1());
        query.replace('!', ScriptedFranceConnect::issuer.toLatin1()).replace('#', QByteArray(600, 'c'));
        const auto answer = m_world->comeBack(query, browser);
        QCOMPARE(sentOn(answer, "error"), error);
        QCOMPARE(sentOn(answer, "transaction"), transaction.transaction);
        QVERIFY(sentOn(answer, "code").isEmpty());
        QVERIFY(!header(answer, "Location").contains("script"));
        QCOMPARE(m_world->comeBack(m_world->returnQuery(authorize), browser).status, 400);
    }

    void comeBack_stateThatIsNotOurs_changesNothing()
    {
        TestBrowser browser;
        TestBrowser other;
        const auto transaction = m_world->opened(TestDevice());
        const QUrlQuery authorize = m_world->start(transaction, browser);
        const QByteArray good = m_world->returnQuery(authorize);
        QByteArray altered = good;
        altered.replace("state=", "state=x");
        QCOMPARE(m_world->comeBack("code=the-code&iss=" + ScriptedFranceConnect::issuer.toLatin1(), browser)
                     .status,
                 400);
        QCOMPARE(m_world->comeBack(altered, browser).status, 400);
        QCOMPARE(m_world->comeBack(good + "&state=another", browser).status, 400);
        QCOMPARE(m_world->comeBack(good, other).status, 400);
        const auto foreign = m_world->opened(TestDevice());
        (void)m_world->start(foreign, other);
        QCOMPARE(m_world->comeBack(good, other).status, 400);
        m_world->provider.nonce = authorize.queryItemValue(QStringLiteral("nonce"));
        QVERIFY(!sentOn(m_world->comeBack(good, browser), "code").isEmpty());
        QCOMPARE(m_world->comeBack(good, browser).status, 400);
    }

    void comeBack_oddRequest_changesNothing()
    {
        TestBrowser browser;
        const QUrlQuery authorize = m_world->start(m_world->opened(TestDevice()), browser);
        const QByteArray good = m_world->returnQuery(authorize);
        HttpRequest post;
        post.method = "POST";
        post.path = QStringLiteral("/sign-in/callback");
        post.query = QUrlQuery(QString::fromLatin1(good));
        QCOMPARE(m_world->send(post).status, 405);
        QCOMPARE(m_world->comeBack("state=%00&code=the-code", browser).status, 400);
        QCOMPARE(m_world->comeBack("state=" + QByteArray(8192, 's'), browser).status, 400);
        QCOMPARE(m_world->comeBack({}, browser).status, 400);
        QVERIFY(!sentOn(m_world->comeBack(good, browser), "code").isEmpty());
    }

    void comeBack_afterTenMinutes_isExpired()
    {
        TestBrowser browser;
        const auto transaction = m_world->opened(TestDevice());
        const QUrlQuery authorize = m_world->start(transaction, browser);
        m_world->clock.advance(601);
        QCOMPARE(sentOn(m_world->comeBack(m_world->returnQuery(authorize), browser), "error"),
                 QStringLiteral("sign-in-expired"));
        QVERIFY(!m_world->provider.asked.contains(QStringLiteral("token")));
    }

    void comeBack_nonceOfAnotherSignIn_isRefused()
    {
        TestBrowser browser;
        const QUrlQuery first = m_world->start(m_world->opened(TestDevice()), browser);
        (void)m_world->start(m_world->opened(TestDevice()), browser);
        QCOMPARE(sentOn(m_world->comeBack(m_world->returnQuery(first), browser), "error"),
                 QStringLiteral("sign-in-refused"));
    }

    void redeem_otherPersonThanExpected_tellsTheApplicationAloneWhoSignedIn()
    {
        TestBrowser browser;
        const TestDevice device;
        const auto transaction =
            m_world->opened(device, {{QStringLiteral("expectedSubject"), QStringLiteral("someone")}});
        const auto back =
            m_world->comeBack(m_world->returnQuery(m_world->start(transaction, browser)), browser);
        QVERIFY(!header(back, "Location").contains("DUBOIS"));
        const QByteArray code = sentOn(back, "code").toLatin1();
        QCOMPARE(failureOf(m_world->redeem(transaction.transaction, code, device.verifier, TestDevice())),
                 std::optional{FailureCode::SignInRefused});

        const auto again =
            m_world->opened(device, {{QStringLiteral("expectedSubject"), QStringLiteral("someone")}});
        const auto second = m_world->comeBack(m_world->returnQuery(m_world->start(again, browser)), browser);
        const QByteArray secondCode = sentOn(second, "code").toLatin1();
        const auto answer = m_world->redeem(again.transaction, secondCode, device.verifier, device);
        QCOMPARE(failureOf(answer), std::optional{FailureCode::SignInOtherPerson});
        QCOMPARE(jsonOf(answer).value(QStringLiteral("argument")).toString(),
                 QStringLiteral("Angela DUBOIS"));
        QCOMPARE(failureOf(m_world->redeem(again.transaction, secondCode, device.verifier, device)),
                 std::optional{FailureCode::SignInRefused});
        QVERIFY(!(m_world->writtenBytes() + m_world->logged).contains("DUBOIS"));
    }

    void redeem_samePersonAsExpected_opensTheSession()
    {
        const TestDevice device;
        const TokenGrant first = m_world->signIn(device);
        const auto me = m_world->call("GET", QStringLiteral("/v1/me"), first.accessToken.toLatin1(), device);
        TestBrowser browser;
        const auto transaction =
            m_world->opened(device, {{QStringLiteral("expectedSubject"), jsonOf(me)[u"subject"]}});
        const auto back =
            m_world->comeBack(m_world->returnQuery(m_world->start(transaction, browser)), browser);
        QCOMPARE(
            m_world->redeem(transaction.transaction, sentOn(back, "code").toLatin1(), device.verifier, device)
                .status,
            200);
    }

    void redeem_byAnyoneElse_isRefusedAndEndsTheCode_data()
    {
        QTest::addColumn<QByteArray>("verifier");
        QTest::addColumn<bool>("sameDevice");
        QTest::newRow("66 without a verifier") << QByteArray() << true;
        QTest::newRow("66 wrong verifier") << QByteArray(64, 'w') << true;
        QTest::newRow("66 verifier too long") << QByteArray(129, 'v') << true;
        QTest::newRow("66 other device") << QByteArray(64, 'v') << false;
    }
    void redeem_byAnyoneElse_isRefusedAndEndsTheCode()
    {
        QFETCH(QByteArray, verifier);
        QFETCH(bool, sameDevice);
        const TestDevice device;
        const TestDevice other;
        SignInTransaction transaction;
        const QByteArray code = m_world->code(device, &transaction);
        QCOMPARE(
            failureOf(m_world->redeem(transaction.transaction, code, verifier, sameDevice ? device : other)),
            std::optional{FailureCode::SignInRefused});
        QCOMPARE(failureOf(m_world->redeem(transaction.transaction, code, device.verifier, device)),
                 std::optional{FailureCode::SignInRefused});
    }

    void redeem_twiceOldOrOfAnotherTransaction_isRefused()
    {
        const TestDevice device;
        SignInTransaction first;
        const QByteArray code = m_world->code(device, &first);
        const auto second = m_world->opened(device);
        QCOMPARE(failureOf(m_world->redeem(second.transaction, code, device.verifier, device)),
                 std::optional{FailureCode::SignInRefused});
        QCOMPARE(m_world->redeem(first.transaction, code, device.verifier, device).status, 200);
        QCOMPARE(failureOf(m_world->redeem(first.transaction, code, device.verifier, device)),
                 std::optional{FailureCode::SignInRefused});
        SignInTransaction late;
        const QByteArray lateCode = m_world->code(device, &late);
        m_world->clock.advance(61);
        QCOMPARE(failureOf(m_world->redeem(late.transaction, lateCode, device.verifier, device)),
                 std::optional{FailureCode::SignInExpired});
    }

private:
    std::unique_ptr<SignInWorld> m_world;
};

QTEST_GUILESS_MAIN(SignInTest)
#include "SignInTest.moc"
