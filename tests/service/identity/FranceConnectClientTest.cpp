// SPDX-License-Identifier: MIT
#include "tests/service/identity/FranceConnectFixture.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

using Lie = std::function<void(ScriptedFranceConnect&)>;
Q_DECLARE_METATYPE(Lie)

namespace {

HttpReply html(int status)
{
    return {status, {{"Content-Type", "text/html"}}, "<html>Y030007</html>"};
}

} // namespace

/// What a relying party meets behind its callback: replies, discovery, keys (facts/franceconnect.md, section
/// 4).
class FranceConnectClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fc.reset(); }

    void authorizationAddress_hasOnlyFranceConnectsParameters()
    {
        const auto address = m_fc.client->authorizationAddress(QString(43, u's'), QString(43, u'n'));
        QVERIFY(address.ok());
        QStringList names;
        const auto items = QUrlQuery(address.value()).queryItems();
        for (const auto& [name, value] : items) {
            names.append(name);
        }
        names.sort();
        QCOMPARE(names.join(u' '), text("acr_values client_id nonce redirect_uri response_type scope state"));
        QCOMPARE(QUrlQuery(address.value()).queryItemValue(text("redirect_uri"), QUrl::FullyDecoded),
                 text("https://service.example/sign-in/callback"));
    }

    void redeem_honestProvider_provesThePerson()
    {
        const auto proof = m_fc.redeem();
        QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.failure().detail));
        QCOMPARE(proof.value().identity.familyName, text("DUBOIS"));
        QCOMPARE(proof.value().identity.givenNames.size(), 3);
        QCOMPARE(proof.value().assurance, 1);
        QCOMPARE(proof.value().authenticatedAt, m_fc.clock.now().addSecs(-5));
        QVERIFY(m_fc.provider->tokenRequest.contains("client_secret="));
    }

    void redeem_rs256Registration_provesThePerson()
    {
        m_fc.registerFor(JwsAlgorithm::Rs256);
        m_fc.provider->makeIdToken = [this](const QByteArray& p) { return m_fc.provider->rsaKey.token(p); };
        m_fc.provider->makeUserinfo = m_fc.provider->makeIdToken;
        QVERIFY(m_fc.redeem().ok());
    }

    void redeem_harmlessDifference_isAccepted_data()
    {
        QTest::addColumn<Lie>("lie");
        const auto row = [](const char* name, Lie lie) { QTest::newRow(name) << std::move(lie); };
        row("token type in other case", [](auto& fc) {
            fc.editTokenReply = [](QJsonObject& reply) { reply[text("token_type")] = text("BEARER"); };
        });
        row("audience in an array", [](auto& fc) {
            fc.editIdClaims = [](QJsonObject& c) { c[text("aud")] = QJsonArray{c[text("aud")]}; };
        });
        row("higher acr",
            [](auto& fc) { fc.editIdClaims = [](QJsonObject& c) { c[text("acr")] = text("eidas3"); }; });
        row("50 at_hash of our token", [](auto& fc) {
            const QByteArray digest =
                QCryptographicHash::hash(QByteArray(43, 'x'), QCryptographicHash::Sha256);
            const QByteArray half =
                digest.left(16).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            fc.editIdClaims = [half](QJsonObject& c) { c[text("at_hash")] = QString::fromLatin1(half); };
        });
        row("azp is us", [](auto& fc) {
            fc.editIdClaims = [](QJsonObject& c) { c[text("azp")] = ScriptedFranceConnect::clientId; };
        });
        row("no kid, one candidate", [](auto& fc) {
            fc.makeIdToken = [&fc](const QByteArray& p) {
                return fc.key.token(p, {{text("kid"), QJsonValue::Null}});
            };
        });
        row("unparseable extra key", [](auto& fc) {
            fc.editKeys = [](QJsonObject& set) {
                auto keys = set[text("keys")].toArray();
                keys.append(QJsonObject{{text("kty"), text("OKP")}, {text("crv"), text("Ed25519")}});
                set[text("keys")] = keys;
            };
        });
        row("born abroad", [](auto& fc) {
            fc.editUserClaims = [](QJsonObject& c) {
                c[text("birthplace")] = QString();
                c[text("birthcountry")] = text("99352");
            };
        });
        row("born in Corsica", [](auto& fc) {
            fc.editUserClaims = [](QJsonObject& c) { c[text("birthplace")] = text("2A004"); };
        });
        row("born in Algeria, a number of before 1962", [](auto& fc) {
            fc.editUserClaims = [](QJsonObject& c) {
                c[text("birthplace")] = text("92515");
                c[text("birthcountry")] = text("99352");
            };
        });
        row("neither town nor country known", [](auto& fc) {
            fc.editUserClaims = [](QJsonObject& c) {
                c[text("birthplace")] = QString();
                c[text("birthcountry")] = QString();
            };
        });
        row("given name array null", [](auto& fc) {
            fc.editUserClaims = [](QJsonObject& c) { c[text("given_name_array")] = QJsonValue::Null; };
        });
        row("no given name array",
            [](auto& fc) { fc.editUserClaims = [](QJsonObject& c) { c.remove(text("given_name_array")); }; });
        row("clock 50 s behind ours", [](auto& fc) {
            fc.editIdClaims = [](QJsonObject& c) { c[text("iat")] = c[text("iat")].toInteger() - 50; };
        });
    }
    void redeem_harmlessDifference_isAccepted()
    {
        QFETCH(Lie, lie);
        lie(*m_fc.provider);
        const auto proof = m_fc.redeem();
        QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.failure().detail));
    }

    void redeem_tokenReplyFault_isRefused_data()
    {
        QTest::addColumn<Lie>("lie");
        QTest::addColumn<int>("code");
        const auto reply = [](const char* name, Outcome<HttpReply> answer, FailureCode code) {
            QTest::newRow(name) << Lie([answer](auto& fc) { fc.replies.insert(text("token"), answer); })
                                << static_cast<int>(code);
        };
        const auto edited = [](const char* name, std::function<void(QJsonObject&)> edit) {
            QTest::newRow(name) << Lie([edit](auto& fc) { fc.editTokenReply = edit; })
                                << static_cast<int>(FailureCode::SignInRefused);
        };
        const auto error = [](const char* id) { return QJsonObject{{text("error"), text(id)}}; };
        reply("12 forged or old code", jsonReply(400, error("invalid_grant")), FailureCode::SignInExpired);
        reply("15 status 500", html(500), FailureCode::IdentityProviderUnavailable);
        reply("15 html", html(200), FailureCode::SignInRefused);
        reply("15 truncated", HttpReply{200, {}, "{\"access_token\":\"x"}, FailureCode::SignInRefused);
        reply("15 member twice", HttpReply{200, {}, "{\"id_token\":\"a\",\"id_token\":\"b\"}"},
              FailureCode::SignInRefused);
        reply("16 error with 200", jsonReply(200, error("invalid_grant")), FailureCode::SignInRefused);
        reply("wrong secret", jsonReply(401, error("invalid_client")), FailureCode::SignInRefused);
        reply("19 redirect", HttpReply{307, {{"Location", "https://evil.example/"}}, {}},
              FailureCode::SignInRefused);
        reply("20 slow", Failure{FailureCode::TimedOut, {}, {}}, FailureCode::IdentityProviderUnavailable);
        reply("bad certificate", Failure{FailureCode::CertificateInvalid, {}, {}},
              FailureCode::IdentityProviderUnavailable);
        edited("16 error beside tokens", [](QJsonObject& r) { r[text("error")] = text("server_error"); });
        edited("17 no id_token", [](QJsonObject& r) { r.remove(text("id_token")); });
        edited("17 no access_token", [](QJsonObject& r) { r.remove(text("access_token")); });
        edited("17 access_token with a line feed",
               [](QJsonObject& r) { r[text("access_token")] = text("a\r\nb"); });
        edited("18 token type mac", [](QJsonObject& r) { r[text("token_type")] = text("mac"); });
        edited("18 no token type", [](QJsonObject& r) { r.remove(text("token_type")); });
    }
    void redeem_tokenReplyFault_isRefused()
    {
        QFETCH(Lie, lie);
        QFETCH(int, code);
        lie(*m_fc.provider);
        QCOMPARE(m_fc.refusal(), static_cast<FailureCode>(code));
        QCOMPARE(m_fc.provider->asked.count(text("token")), 1);
        QVERIFY(!m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_userinfoReplyFault_isRefused_data()
    {
        QTest::addColumn<Lie>("lie");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, Outcome<HttpReply> answer, FailureCode code) {
            QTest::newRow(name) << Lie([answer](auto& fc) { fc.replies.insert(text("userinfo"), answer); })
                                << static_cast<int>(code);
        };
        QTest::newRow("52 plain JSON") << Lie([](ScriptedFranceConnect& fc) {
            fc.replies.insert(text("userinfo"), jsonReply(200, fc.userClaims()));
        }) << static_cast<int>(FailureCode::SignInRefused);
        QTest::newRow("52 plain JSON as a JWT") << Lie([](ScriptedFranceConnect& fc) {
            fc.makeUserinfo = [](const QByteArray& payload) { return payload; };
        }) << static_cast<int>(FailureCode::SignInRefused);
        row("52 html", html(200), FailureCode::SignInRefused);
        row("56 status 401", html(401), FailureCode::SignInRefused);
        row("56 status 500", html(500), FailureCode::IdentityProviderUnavailable);
        row("56 slow", Failure{FailureCode::TimedOut, {}, {}}, FailureCode::IdentityProviderUnavailable);
    }
    void redeem_userinfoReplyFault_isRefused()
    {
        QFETCH(Lie, lie);
        QFETCH(int, code);
        lie(*m_fc.provider);
        QCOMPARE(m_fc.refusal(), static_cast<FailureCode>(code));
    }

    void redeem_discoveryFault_neverSendsTheSecret_data()
    {
        QTest::addColumn<Lie>("lie");
        const auto document = [](const char* name, const char* member, const QJsonValue& value) {
            QTest::newRow(name) << Lie([member, value](auto& fc) {
                fc.editDiscovery = [member, value](QJsonObject& d) { d[text(member)] = value; };
            });
        };
        const auto reply = [](const char* name, const char* page, Outcome<HttpReply> answer) {
            QTest::newRow(name) << Lie([page, answer](auto& fc) { fc.replies.insert(text(page), answer); });
        };
        document("57 another issuer", "issuer", text("https://evil.example"));
        document("57 issuer with a slash", "issuer", ScriptedFranceConnect::issuer + u'/');
        document("58 token endpoint elsewhere", "token_endpoint", text("https://evil.example/token"));
        document("58 token endpoint in clear", "token_endpoint", text("http://fc.example/api/v2/token"));
        document("58 token endpoint on another port", "token_endpoint",
                 text("https://fc.example:8443/token"));
        document("58 token endpoint with credentials", "token_endpoint",
                 text("https://fc.example@evil.example/t"));
        document("58 userinfo elsewhere", "userinfo_endpoint", text("https://evil.example/userinfo"));
        document("58 keys elsewhere", "jwks_uri", text("https://evil.example/jwks"));
        document("59 no jwks_uri", "jwks_uri", QJsonValue::Undefined);
        reply("59 status 500", "openid-configuration", html(500));
        reply("59 html", "openid-configuration", html(200));
        reply("59 slow", "openid-configuration", Failure{FailureCode::TimedOut, {}, {}});
    }
    void redeem_discoveryFault_neverSendsTheSecret()
    {
        QFETCH(Lie, lie);
        lie(*m_fc.provider);
        QCOMPARE(m_fc.refusal(), FailureCode::IdentityProviderUnavailable);
        QVERIFY(!m_fc.provider->asked.contains(text("token")));
    }

    void redeem_keySetFault_isRefused_data()
    {
        QTest::addColumn<Lie>("lie");
        const auto reply = [](const char* name, Outcome<HttpReply> answer) {
            QTest::newRow(name) << Lie([answer](auto& fc) { fc.replies.insert(text("jwks"), answer); });
        };
        const auto added = [](const char* name, std::function<QJsonObject(ScriptedFranceConnect&)> key) {
            QTest::newRow(name) << Lie([key](ScriptedFranceConnect& fc) {
                const QJsonObject extra = key(fc);
                fc.editKeys = [extra](QJsonObject& set) {
                    auto keys = set[text("keys")].toArray();
                    keys.append(extra);
                    set[text("keys")] = keys;
                };
            });
        };
        reply("60 empty", jsonReply(200, {{text("keys"), QJsonArray()}}));
        reply("60 html", html(200));
        reply("60 huge", Failure{FailureCode::BadReply, {}, {}});
        reply("59 status 500", html(500));
        added("61 two keys of one name",
              [](auto& fc) { return TestKey(TestKey::Kind::P256, fc.key.id()).publicJwk(); });
        added("62 symmetric key", [](auto&) {
            return QJsonObject{
                {text("kty"), text("oct")}, {text("k"), text("c2VjcmV0")}, {text("kid"), text("o")}};
        });
        added("62 private key", [](auto& fc) {
            auto key = fc.key.publicJwk();
            key[text("kid")] = text("p");
            key[text("d")] = key[text("x")];
            return key;
        });
    }
    void redeem_keySetFault_isRefused()
    {
        QFETCH(Lie, lie);
        lie(*m_fc.provider);
        QCOMPARE(m_fc.refusal(), FailureCode::IdentityProviderUnavailable);
    }

    void redeem_providerDownWithinTenMinutes_usesWhatIsKnown()
    {
        QVERIFY(m_fc.redeem().ok());
        m_fc.provider->replies.insert(text("openid-configuration"), html(500));
        m_fc.provider->replies.insert(text("jwks"), html(500));
        m_fc.clock.advance(599);
        m_fc.provider->code = text("the-code");
        QVERIFY(m_fc.redeem().ok());
        m_fc.clock.advance(2);
        m_fc.provider->code = text("the-code");
        QCOMPARE(m_fc.refusal(), FailureCode::IdentityProviderUnavailable);
    }

private:
    FranceConnectFixture m_fc;
};

QTEST_APPLESS_MAIN(FranceConnectClientTest)
#include "FranceConnectClientTest.moc"
