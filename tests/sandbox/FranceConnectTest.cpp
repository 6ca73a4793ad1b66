// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"
#include "tests/sandbox/SignIns.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QtTest>

namespace proconnect::sandbox::test {

using Parameters = SignIns::Parameters;

class FranceConnectTest : public QObject
{
    Q_OBJECT

private:
    RunningSandbox m_sandbox;
    SignIns m_signIns{m_sandbox};

private Q_SLOTS:
    void cleanup() { QVERIFY(m_sandbox.order({{QStringLiteral("reset"), true}})); }

    void authorize_parameterNotAllowed_refusedOnPage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("code");
        const QByteArray bad = "Y030007";
        QTest::newRow("pkce") << "code_challenge"
                              << "abc" << bad;
        QTest::newRow("max_age") << "max_age"
                                 << "10" << bad;
        QTest::newRow("login_hint") << "login_hint"
                                    << "x" << bad;
        QTest::newRow("prompt none") << "prompt"
                                     << "none" << bad;
        QTest::newRow("prompt empty") << "prompt"
                                      << "" << bad;
        QTest::newRow("nonce short") << "nonce"
                                     << "123456789012345678901" << bad;
        QTest::newRow("state empty") << "state"
                                     << "" << bad;
        QTest::newRow("acr missing") << "acr_values"
                                     << "" << bad;
        QTest::newRow("claims no json") << "claims"
                                        << "{" << bad;
        QTest::newRow("client unknown") << "client_id"
                                        << "other" << QByteArray("Y04EA6EF");
        QTest::newRow("redirect unknown") << "redirect_uri"
                                          << "http://127.0.0.1:9/other" << QByteArray("Y04C013C");
    }

    void authorize_parameterNotAllowed_refusedOnPage()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QByteArray, code);
        Http browser;
        Parameters parameters = SignIns::goodParameters();
        parameters[name] = value;

        const Answer answer = m_signIns.authorize(browser, parameters);

        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains(code));
        QVERIFY(answer.header("Location").isEmpty());
    }

    void authorize_repeatedParameter_refusedOnPage()
    {
        Http browser;
        const Answer answer = browser.get(m_sandbox.franceConnect(QStringLiteral("/authorize?") +
                                                                  SignIns::query(SignIns::goodParameters()) +
                                                                  QStringLiteral("&state=twice")));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("Y030007"));
    }

    void authorize_wrongRequest_redirectsWithErrorAndIssuer_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("error");
        QTest::newRow("scope without openid") << "scope"
                                              << "email"
                                              << "invalid_request";
        QTest::newRow("scope not granted") << "scope"
                                           << "openid phone"
                                           << "invalid_scope";
        QTest::newRow("level too high") << "acr_values"
                                        << "eidas2 eidas3"
                                        << "invalid_acr";
        QTest::newRow("hint not listed") << "idp_hint"
                                         << "bank"
                                         << "invalid_idp_hint";
        QTest::newRow("response type") << "response_type"
                                       << "none"
                                       << "unsupported_response_type";
    }

    void authorize_wrongRequest_redirectsWithErrorAndIssuer()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, error);
        Http browser;
        Parameters parameters = SignIns::goodParameters();
        parameters[name] = value;

        const QUrl back = m_signIns.authorize(browser, parameters).location();

        QVERIFY(back.toString().startsWith(SignIns::callback()));
        QCOMPARE(SignIns::parameter(back, QStringLiteral("error")), error);
        QCOMPARE(SignIns::parameter(back, QStringLiteral("state")), SignIns::state());
        QCOMPARE(SignIns::parameter(back, QStringLiteral("iss")), m_sandbox.issuer());
    }

    void authorize_implicitResponseType_answersInFragment()
    {
        Http browser;
        Parameters parameters = SignIns::goodParameters();
        parameters[QStringLiteral("response_type")] = QStringLiteral("id_token");
        const QUrl back = m_signIns.authorize(browser, parameters).location();
        QVERIFY(back.fragment().contains(QStringLiteral("unsupported_response_type")));
    }

    void signIn_director_givesSignedIdentity()
    {
        Http browser;
        const QUrl back = m_signIns.signIn(browser, QStringLiteral("D2"));
        QCOMPARE(SignIns::parameter(back, QStringLiteral("state")), SignIns::state());
        QCOMPARE(SignIns::parameter(back, QStringLiteral("iss")), m_sandbox.issuer());

        const Answer reply = m_signIns.redeem(SignIns::parameter(back, QStringLiteral("code")));

        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().size(), 5);
        QCOMPARE(reply.json()[u"expires_in"].toInt(), 60);
        const QJsonObject claims =
            m_signIns.verified(reply.json()[u"id_token"].toString().toLatin1(), "ES256");
        QCOMPARE(claims.size(), 8);
        QCOMPARE(claims[u"nonce"].toString(), SignIns::nonce());
        QCOMPARE(claims[u"acr"].toString(), QStringLiteral("eidas1"));
        QCOMPARE(claims[u"aud"].toString(), QStringLiteral("proconnect-demo"));
        const QString subject = claims[u"sub"].toString();
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{64}v1$")).match(subject).hasMatch());

        const Answer info = m_signIns.userinfo(reply.json()[u"access_token"].toString());
        QVERIFY(info.header("Content-Type").startsWith("application/jwt"));
        const QJsonObject person = m_signIns.verified(info.body, "ES256");
        QCOMPARE(person[u"sub"].toString(), subject);
        QCOMPARE(person[u"family_name"].toString(), QStringLiteral("FABRE"));
        QCOMPARE(person[u"given_name"].toString(), QStringLiteral("Claire Hélène"));
        QCOMPARE(person[u"given_name_array"].toArray().size(), 2);
        QCOMPARE(person[u"birthplace"].toString(), QStringLiteral("69266"));
        QVERIFY(!person.contains(u"preferred_username"));
    }

    void signIn_bornAbroad_emptyBirthplaceAndPresumedDate()
    {
        const Answer reply = m_signIns.tokens(QStringLiteral("étranger_présumé_né_jour_et_mois"));
        const QJsonObject person =
            m_signIns.verified(m_signIns.userinfo(reply.json()[u"access_token"].toString()).body, "ES256");
        QCOMPARE(person[u"birthplace"].toString(), QString());
        QVERIFY(person.contains(u"birthplace"));
        QCOMPARE(person[u"birthcountry"].toString(), QStringLiteral("99217"));
        QCOMPARE(person[u"birthdate"].toString(), QStringLiteral("1992-01-01"));
    }

    void signIn_refusedIdentity_staysOnErrorPageWithWayBack()
    {
        Http browser;
        const Answer answer = browser.get(m_signIns.choose(browser, QStringLiteral("E010011")).location());
        QCOMPARE(answer.status, 504);
        QVERIFY(answer.body.contains("Y010011"));
        const QString page =
            QString::fromUtf8(answer.body).replace(QStringLiteral("&amp;"), QStringLiteral("&"));
        const QString link =
            QRegularExpression(QStringLiteral("href=\"(/api[^\"]*)\"")).match(page).captured(1);
        const QUrl back = browser.get(answer.address.resolved(QUrl(link))).location();
        QCOMPARE(SignIns::parameter(back, QStringLiteral("error")),
                 QStringLiteral("temporarily_unavailable"));
    }

    void interaction_otherBrowser_sessionLost()
    {
        Http browser;
        const Answer start = m_signIns.authorize(browser, SignIns::goodParameters());
        Http other;
        const Answer answer = other.get(start.location());
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.body.contains("Y190001"));
    }

    void login_secondTime_refused()
    {
        Http browser;
        const Answer verify = browser.get(m_signIns.choose(browser, QStringLiteral("D1")).location());
        const QByteArray page = browser.get(verify.location()).body;
        QCOMPARE(m_signIns.consent(browser, page).status, 303);
        QVERIFY(m_signIns.consent(browser, page).body.contains("Y420001"));
    }

    void signIn_sameBrowserAgain_skipsChoice()
    {
        Http browser;
        QVERIFY(!m_signIns.signIn(browser, QStringLiteral("D5")).isEmpty());
        const Answer again = m_signIns.authorize(browser, SignIns::goodParameters());
        QVERIFY(again.location().path().endsWith(QStringLiteral("/consent")));
        QVERIFY(browser.get(again.location()).body.contains("Nadia"));
    }

    void redeem_secondTime_refusedAndFirstTokenRevoked()
    {
        Http browser;
        const QString code =
            SignIns::parameter(m_signIns.signIn(browser, QStringLiteral("D2")), QStringLiteral("code"));
        const QString accessToken = m_signIns.redeem(code).json()[u"access_token"].toString();
        QCOMPARE(m_signIns.userinfo(accessToken).status, 200);

        const Answer replay = m_signIns.redeem(code);

        QCOMPARE(replay.status, 400);
        QCOMPARE(replay.json()[u"error"].toString(), QStringLiteral("invalid_grant"));
        QVERIFY(replay.json()[u"error_uri"].toString().contains(QStringLiteral("Y0416228")));
        QCOMPARE(m_signIns.userinfo(accessToken).status, 401);
    }

    void redeem_wrongSecretOrCode_refused()
    {
        const Answer stranger = m_signIns.redeem(QStringLiteral("x"), QStringLiteral("wrong"));
        QCOMPARE(stranger.status, 401);
        QCOMPARE(stranger.json()[u"error"].toString(), QStringLiteral("invalid_client"));
        const Answer unknown = m_signIns.redeem(QStringLiteral("unknown"));
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.json()[u"error_uri"].toString().contains(QStringLiteral("Y049E20B")));
        QVERIFY(m_signIns.redeem({}).json()[u"error_uri"].toString().contains(QStringLiteral("Y048017B")));
    }

    void userinfo_withoutToken_refused()
    {
        Http service;
        const Answer answer = service.get(m_sandbox.franceConnect(QStringLiteral("/userinfo")));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.json()[u"error_uri"].toString().contains(QStringLiteral("Y04146A2")));
    }

    void quirk_rs256_signsWithRsa()
    {
        QVERIFY(m_sandbox.order(
            {{QStringLiteral("target"), QStringLiteral("franceconnect")},
             {QStringLiteral("fault"),
              QJsonObject{{QStringLiteral("quirks"), QJsonArray{QStringLiteral("rs256")}}}}}));
        const Answer reply = m_signIns.tokens(QStringLiteral("D2"));
        QVERIFY(!m_signIns.verified(reply.json()[u"id_token"].toString().toLatin1(), "RS256").isEmpty());
    }

    void quirk_wrongSignature_noPublishedKeyFits()
    {
        QVERIFY(m_sandbox.order(
            {{QStringLiteral("target"), QStringLiteral("franceconnect")},
             {QStringLiteral("fault"),
              QJsonObject{{QStringLiteral("quirks"), QJsonArray{QStringLiteral("wrongSignature")}}}}}));
        const Answer reply = m_signIns.tokens(QStringLiteral("D2"));
        QCOMPARE(reply.status, 200);
        QVERIFY(m_signIns.verified(reply.json()[u"id_token"].toString().toLatin1(), "ES256").isEmpty());
    }

    void quirk_badCertificate_pageLeavesForHttps()
    {
        QVERIFY(m_sandbox.order(
            {{QStringLiteral("target"), QStringLiteral("franceconnect.pages")},
             {QStringLiteral("fault"),
              QJsonObject{{QStringLiteral("quirks"), QJsonArray{QStringLiteral("badCertificate")}}}}}));
        Http browser;
        const QUrl stray =
            browser.get(m_signIns.authorize(browser, SignIns::goodParameters()).location()).location();
        QCOMPARE(stray, m_sandbox.badCertificate());
        QCOMPARE(browser.get(stray).error, QNetworkReply::SslHandshakeFailedError);
    }

    void logout_hintOfOwnToken_endsSessionAndReturns()
    {
        Http browser;
        const QString code =
            SignIns::parameter(m_signIns.signIn(browser, QStringLiteral("D2")), QStringLiteral("code"));
        const QString hint = m_signIns.redeem(code).json()[u"id_token"].toString();
        const Answer page = browser.get(m_sandbox.franceConnect(
            QStringLiteral(
                "/session/end?state=bye&post_logout_redirect_uri=http://127.0.0.1:9/sign-out/return"
                "&id_token_hint=") +
            hint));
        QCOMPARE(page.status, 200);
        const Answer done =
            browser.postForm(m_sandbox.franceConnect(QStringLiteral("/session/end/confirm")),
                             {{QStringLiteral("xsrf"), SignIns::hidden(page.body, QStringLiteral("xsrf"))}});
        QCOMPARE(done.location(), QUrl(QStringLiteral("http://127.0.0.1:9/sign-out/return?state=bye")));
        QVERIFY(!m_signIns.authorize(browser, SignIns::goodParameters())
                     .location()
                     .path()
                     .endsWith(QStringLiteral("/consent")));
    }

    void logout_foreignHintOrAddress_refused()
    {
        Http browser;
        QCOMPARE(
            browser.get(m_sandbox.franceConnect(QStringLiteral("/session/end?id_token_hint=a.b.c"))).status,
            400);
        const QString hint = m_signIns.tokens(QStringLiteral("D2")).json()[u"id_token"].toString();
        const Answer answer = browser.get(m_sandbox.franceConnect(
            QStringLiteral("/session/end?post_logout_redirect_uri=https://x.example/&id_token_hint=") +
            hint));
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("not registered"));
        for (const char* fault : {"client_id=another", "prompt=none", "state=a&state=b"}) {
            const Answer refused = browser.get(m_sandbox.franceConnect(
                QStringLiteral("/session/end?%1&id_token_hint=").arg(QLatin1String(fault)) + hint));
            QVERIFY2(refused.status == 400, fault);
        }
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::FranceConnectTest)
#include "FranceConnectTest.moc"
