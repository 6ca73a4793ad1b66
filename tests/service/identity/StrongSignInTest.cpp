// SPDX-License-Identifier: MIT
#include "core/jose/Dpop.h"
#include "core/protocol/ModelJson.h"
#include "tests/service/identity/SignInWorld.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

namespace {

/// As encryptionPair() makes it.
Jwk pair()
{
    const Jwk made = Jwk::generateP256().value();
    QJsonObject json = made.privateJson();
    json.insert(QStringLiteral("kid"), made.thumbprint());
    json.insert(QStringLiteral("use"), QStringLiteral("enc"));
    json.insert(QStringLiteral("alg"), QStringLiteral("ECDH-ES"));
    return Jwk::fromPrivateJson(json, Jwk::Kind::EcP256).value();
}

} // namespace

/// FranceConnect+ beside FranceConnect, for acts of high effect alone.
class StrongSignInTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInWorld> m_world;
    TestDevice m_device;
    TokenGrant m_grant;
    QString m_subject;

    [[nodiscard]] QJsonObject wish() const
    {
        return {{QStringLiteral("expectedSubject"), m_subject},
                {QStringLiteral("strength"), QStringLiteral("highEffect")}};
    }

    /// Walks to FranceConnect+ and back by `path`.
    [[nodiscard]] HttpResponse walked(const SignInTransaction& transaction,
                                      const QByteArray& path = "/sign-in/callback-plus",
                                      const QString& issuer = TwoProviders::plusIssuer)
    {
        TestBrowser browser;
        const auto response = m_world->get(QUrl(transaction.startUrl).path().toLatin1(), browser);
        const QUrlQuery authorize(QUrl::fromEncoded(header(response, "Location")));
        m_world->plus.nonce = authorize.queryItemValue(QStringLiteral("nonce"));
        m_world->plus.code = QStringLiteral("the-code");
        return m_world->get(
            path + "?code=the-code&state=" + authorize.queryItemValue(QStringLiteral("state")).toLatin1() +
                "&iss=" + issuer.toLatin1(),
            browser);
    }

    [[nodiscard]] HttpResponse signedInStrongly()
    {
        const auto transaction = m_world->opened(m_device, wish());
        const QByteArray code = sentOn(walked(transaction), "code").toLatin1();
        return m_world->redeem(transaction.transaction, code, m_device.verifier, m_device);
    }

    [[nodiscard]] QJsonObject me(const TokenGrant& grant)
    {
        return jsonOf(m_world->call("GET", QStringLiteral("/v1/me"), grant.accessToken.toLatin1(), m_device));
    }

    [[nodiscard]] Outcome<Done> highEffect(const TokenGrant& grant)
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
            Dpop::create(m_device.key, "GET", target, m_world->clock.now(), token, m_world->nonce()).value());
        SessionGuard& guard = m_world->identity->guard();
        const auto person = guard.authenticate(request);
        return person ? guard.requireHighEffectSignIn(person.value()) : person.failure();
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<SignInWorld>(pair());
        m_device = TestDevice();
        m_grant = m_world->signIn(m_device);
        m_subject = me(m_grant)[u"subject"].toString();
        QVERIFY(!m_subject.isEmpty());
    }

    void ordinarySignIn_howeverFresh_isTooWeakForHighEffect()
    {
        QCOMPARE(highEffect(m_grant).failure().code, FailureCode::StrongSignInNeeded);
        // So that the application asks at the click.
        QCOMPARE(me(m_grant)[u"assurance"].toInt(), 1);
        QCOMPARE(me(m_grant)[u"highEffectAssurance"].toInt(), 2);
    }

    void start_forHighEffect_goesToFranceConnectPlusAlone()
    {
        const auto transaction = m_world->opened(m_device, wish());
        QCOMPARE(transaction.allowedHosts,
                 (QStringList{QStringLiteral("service.example"), QStringLiteral("plus.example"),
                              QStringLiteral("identite.example")}));
        TestBrowser browser;
        const auto response = m_world->get(QUrl(transaction.startUrl).path().toLatin1(), browser);
        const QUrl target = QUrl::fromEncoded(header(response, "Location"));
        QCOMPARE(target.host(), QStringLiteral("plus.example"));
        const QUrlQuery query(target);
        const auto asked = [&query](const char* name) {
            return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        QCOMPARE(asked("acr_values"), QStringLiteral("eidas2"));
        QCOMPARE(asked("redirect_uri"), QStringLiteral("https://service.example/sign-in/callback-plus"));
    }

    void samePersonUnderAnotherPseudonym_isRecognisedOnceAndForAll()
    {
        const TokenGrant strong = grantOf(signedInStrongly());
        QCOMPARE(me(strong)[u"subject"].toString(), m_subject);
        QCOMPARE(me(strong)[u"assurance"].toInt(), 2);
        QVERIFY(highEffect(strong).ok());
        m_world->clock.advance(301);
        QCOMPARE(highEffect(grantOf(m_world->refresh(strong.refreshToken, m_device))).failure().code,
                 FailureCode::StrongSignInNeeded);
        // The second time, the pair of pseudonyms is enough: FranceConnect+ may spell the person otherwise.
        m_world->plus.editUserClaims = [](QJsonObject& claims) {
            claims.insert(QStringLiteral("iss"), TwoProviders::plusIssuer);
            claims.insert(QStringLiteral("given_name"), QStringLiteral("Angela"));
            claims.remove(QStringLiteral("given_name_array"));
        };
        const TokenGrant again = grantOf(signedInStrongly());
        QCOMPARE(me(again)[u"subject"].toString(), m_subject);
        QVERIFY(highEffect(again).ok());
    }

    void anotherPerson_opensNothing_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("value");
        QTest::newRow("brother") << QStringLiteral("given_name") << QStringLiteral("Angelo");
        QTest::newRow("namesake of another day")
            << QStringLiteral("birthdate") << QStringLiteral("1962-08-25");
        QTest::newRow("namesake of another town") << QStringLiteral("birthplace") << QStringLiteral("75108");
    }
    void anotherPerson_opensNothing()
    {
        QFETCH(QString, claim);
        QFETCH(QString, value);
        m_world->plus.editUserClaims = [&](QJsonObject& claims) {
            claims.insert(QStringLiteral("iss"), TwoProviders::plusIssuer);
            claims.remove(QStringLiteral("given_name_array"));
            claims.insert(claim, value);
        };
        QCOMPARE(failureOf(signedInStrongly()), std::optional{FailureCode::SignInOtherPerson});
        QCOMPARE(me(m_grant)[u"assurance"].toInt(), 1); // the session that was there goes on as it was
    }

    void databaseFailsWhileThePersonIsLookedUp_leavesTheCodeGood()
    {
        const auto transaction = m_world->opened(m_device, wish());
        const QByteArray code = sentOn(walked(transaction), "code").toLatin1();
        const auto redeemed = [&] {
            return m_world->redeem(transaction.transaction, code, m_device.verifier, m_device);
        };
        const auto rename = [this](const char* from, const char* to) {
            return m_world->database->write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
                const auto renamed = runQuery(connection, QStringLiteral("ALTER TABLE %1 RENAME TO %2")
                                                              .arg(QLatin1String(from), QLatin1String(to)));
                return renamed ? Outcome<Done>(Done{}) : renamed.failure();
            });
        };
        QVERIFY(rename("plus_subjects", "away").ok());
        QVERIFY(redeemed().status >= 500);
        QVERIFY(rename("away", "plus_subjects").ok());
        QVERIFY(highEffect(grantOf(redeemed())).ok());
    }

    void subjectThatNeverSignedIn_isRefused()
    {
        m_subject = QStringLiteral("nobody");
        QCOMPARE(failureOf(signedInStrongly()), std::optional{FailureCode::SignInRefused});
    }

    void returnByTheOtherProvidersAddress_isRefused()
    {
        const auto transaction = m_world->opened(m_device, wish());
        const HttpResponse mixed = walked(transaction, "/sign-in/callback", ScriptedFranceConnect::issuer);
        QCOMPARE(sentOn(mixed, "error"), QStringLiteral("sign-in-refused"));
    }

    void lowerLevelThanAsked_isRefused()
    {
        m_world->plus.editIdClaims = [](QJsonObject& claims) {
            claims.insert(QStringLiteral("iss"), TwoProviders::plusIssuer);
        };
        QCOMPARE(sentOn(walked(m_world->opened(m_device, wish())), "error"),
                 QStringLiteral("sign-in-refused"));
    }

    void open_strengthWithoutPersonOrUnknown_isRefused()
    {
        const auto refused = std::optional{FailureCode::InvalidRequest};
        QCOMPARE(
            failureOf(m_world->open(m_device, {{QStringLiteral("strength"), QStringLiteral("highEffect")}})),
            refused);
        QCOMPARE(failureOf(m_world->open(m_device, {{QStringLiteral("expectedSubject"), m_subject},
                                                    {QStringLiteral("strength"), QStringLiteral("utmost")}})),
                 refused);
    }

    void signOut_afterFranceConnectPlus_leadsThere()
    {
        const TokenGrant strong = grantOf(signedInStrongly());
        const auto reply = fromJson<SignOutReply>(jsonOf(
            m_world->call("POST", QStringLiteral("/v1/sign-out"), strong.accessToken.toLatin1(), m_device)));
        QVERIFY(reply.ok());
        QVERIFY(reply.value().allowedHosts.contains(QStringLiteral("plus.example")));
        TestBrowser browser;
        const auto leaving = m_world->get(QUrl(reply.value().endSessionUrl).path().toLatin1(), browser);
        const QUrl target = QUrl::fromEncoded(header(leaving, "Location"));
        QCOMPARE(target.host(), QStringLiteral("plus.example"));
        QCOMPARE(target.path(), QStringLiteral("/api/v2/session/end"));
    }

    void everythingWritten_holdsNoPivotIdentity()
    {
        (void)signedInStrongly();
        const QByteArray written = m_world->writtenBytes() + m_world->logged;
        for (const QByteArray& secret : {QByteArray("DUBOIS"), QByteArray("Angela"), QByteArray("1962-08-24"),
                                         m_world->plus.subject.toLatin1()}) {
            QVERIFY2(!written.contains(secret), secret.constData());
        }
    }
};

QTEST_GUILESS_MAIN(StrongSignInTest)
#include "StrongSignInTest.moc"
