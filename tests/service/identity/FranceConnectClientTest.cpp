// SPDX-License-Identifier: MIT
#include "service/identity/FranceConnectClient.h"

#include "tests/service/identity/ManualClock.h"
#include "tests/service/identity/ScriptedFranceConnect.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUrlQuery>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

using Lie = std::function<void(ScriptedFranceConnect&)>;
using Forge = std::function<QByteArray(ScriptedFranceConnect&, const QByteArray& payload)>;
Q_DECLARE_METATYPE(Lie)
Q_DECLARE_METATYPE(Forge)

namespace {

const QString goodNonce = QStringLiteral("the nonce of this sign-in");

QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

HttpReply html(int status)
{
    return {status, {{"Content-Type", "text/html"}}, "<html>Y030007</html>"};
}

QByteArray hmacToken(const QByteArray& payload, const QByteArray& secret)
{
    const QByteArray input =
        encode64("{\"alg\":\"HS256\",\"kid\":\"pkcs11:ES256:hsm\"}") + '.' + encode64(payload);
    return input + '.' +
           encode64(QMessageAuthenticationCode::hash(input, secret, QCryptographicHash::Sha256));
}

/// Header and payload of the honest token with another signature.
QByteArray withSignature(const QByteArray& token, const QByteArray& signature)
{
    return token.left(token.lastIndexOf('.') + 1) + encode64(signature);
}

} // namespace

/// The refusals of facts/franceconnect.md section 4 that a relying party meets behind its callback.
class FranceConnectClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = ManualClock();
        m_provider = std::make_unique<ScriptedFranceConnect>(m_clock);
        m_provider->nonce = goodNonce;
        m_client = makeClient(JwsAlgorithm::Es256);
    }

    void authorizationAddress_hasOnlyFranceConnectsParameters()
    {
        const auto address = m_client->authorizationAddress(QString(43, u's'), QString(43, u'n'));
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
        const auto proof = redeem();
        QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.failure().detail));
        QCOMPARE(proof.value().identity.familyName, text("DUBOIS"));
        QCOMPARE(proof.value().identity.givenNames.size(), 3);
        QCOMPARE(proof.value().assurance, 1);
        QCOMPARE(proof.value().authenticatedAt, m_clock.now().addSecs(-5));
        QVERIFY(m_provider->tokenRequest.contains("client_secret="));
    }

    void redeem_rs256Registration_provesThePerson()
    {
        m_client = makeClient(JwsAlgorithm::Rs256);
        m_provider->makeIdToken = [this](const QByteArray& p) { return m_provider->rsaKey.token(p); };
        m_provider->makeUserinfo = m_provider->makeIdToken;
        QVERIFY(redeem().ok());
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
        row("no given name array",
            [](auto& fc) { fc.editUserClaims = [](QJsonObject& c) { c.remove(text("given_name_array")); }; });
        row("clock 50 s behind ours", [](auto& fc) {
            fc.editIdClaims = [](QJsonObject& c) { c[text("iat")] = c[text("iat")].toInteger() - 50; };
        });
    }
    void redeem_harmlessDifference_isAccepted()
    {
        QFETCH(Lie, lie);
        lie(*m_provider);
        const auto proof = redeem();
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
        lie(*m_provider);
        QCOMPARE(refusal(), static_cast<FailureCode>(code));
        QCOMPARE(m_provider->asked.count(text("token")), 1);
        QVERIFY(!m_provider->asked.contains(text("userinfo")));
    }

    void redeem_signatureFault_isRefused_data()
    {
        QTest::addColumn<Forge>("forge");
        const auto row = [](const char* name, Forge forge) { QTest::newRow(name) << std::move(forge); };
        for (const char* none : {"none", "None", "nOnE"}) {
            row(none, [none](auto&, const QByteArray& p) {
                return encode64("{\"alg\":\"" + QByteArray(none) + "\"}") + '.' + encode64(p) + '.';
            });
        }
        row("22 alg none with a signature", [](auto& fc, const QByteArray& p) {
            return fc.key.token(p, {{text("alg"), text("none")}});
        });
        row("23 empty signature",
            [](auto& fc, const QByteArray& p) { return withSignature(fc.key.token(p), {}); });
        row("24 bit flip", [](auto& fc, const QByteArray& p) {
            QByteArray token = fc.key.token(p);
            const qsizetype at = token.lastIndexOf('.') + 10;
            token[at] = token[at] == 'A' ? 'B' : 'A';
            return token;
        });
        row("25 zero signature", [](auto& fc, const QByteArray& p) {
            return withSignature(fc.key.token(p), QByteArray(64, '\0'));
        });
        row("26 DER signature", [](auto& fc, const QByteArray& p) {
            const QByteArray token = fc.key.token(p);
            return withSignature(token, fc.key.sign(token.left(token.lastIndexOf('.')), true));
        });
        row("27 payload swapped", [](auto& fc, const QByteArray& p) {
            const auto pieces = fc.key.token(p).split('.');
            return pieces[0] + '.' + encode64(QByteArray(p).replace("{", "{\"x\":1,")) + '.' + pieces[2];
        });
        row("28 HS256 with our secret", [](auto&, const QByteArray& p) {
            return hmacToken(p, ScriptedFranceConnect::clientSecret.toUtf8());
        });
        row("29 HS256 with the public key",
            [](auto& fc, const QByteArray& p) { return hmacToken(p, fc.key.publicPem()); });
        row("30 rogue key, same name",
            [](auto& fc, const QByteArray& p) { return TestKey(TestKey::Kind::P256, fc.key.id()).token(p); });
        row("31 unknown key",
            [](auto&, const QByteArray& p) { return TestKey(TestKey::Kind::P256, text("other")).token(p); });
        row("33 embedded key", [](auto& fc, const QByteArray& p) {
            const TestKey rogue(TestKey::Kind::P256, fc.key.id());
            return rogue.token(p, {{text("jwk"), rogue.publicJwk()}});
        });
        row("34 jku", [](auto& fc, const QByteArray& p) {
            return fc.key.token(p, {{text("jku"), text("https://evil.example/jwks")}});
        });
        row("34 x5u", [](auto& fc, const QByteArray& p) {
            return fc.key.token(p, {{text("x5u"), text("https://evil.example/x")}});
        });
        row("35 crit", [](auto& fc, const QByteArray& p) {
            return fc.key.token(p, {{text("crit"), QJsonArray{text("exp")}}});
        });
        row("36 RS256 for an ES256 client", [](auto& fc, const QByteArray& p) { return fc.rsaKey.token(p); });
        row("37 not a JWT", [](auto&, const QByteArray&) { return QByteArray("garbage"); });
        row("37 two parts", [](auto& fc, const QByteArray& p) {
            const QByteArray token = fc.key.token(p);
            return token.left(token.lastIndexOf('.'));
        });
        row("37 four parts", [](auto& fc, const QByteArray& p) { return fc.key.token(p) + ".AA"; });
        row("37 five parts", [](auto& fc, const QByteArray& p) { return fc.key.token(p) + ".AA.AA"; });
        row("37 padded", [](auto& fc, const QByteArray& p) { return fc.key.token(p) + "=="; });
        row("37 other alphabet", [](auto& fc, const QByteArray& p) {
            const auto pieces = fc.key.token(p).split('.');
            return pieces[0] + '.' + pieces[1] + '.' + fc.key.sign(pieces[0] + '.' + pieces[1]).toBase64();
        });
        row("37 JSON serialisation", [](auto& fc, const QByteArray& p) {
            const auto pieces = fc.key.token(p).split('.');
            return "{\"protected\":\"" + pieces[0] + "\",\"payload\":\"" + pieces[1] + "\",\"signature\":\"" +
                   pieces[2] + "\"}";
        });
        row("38 JWE", [](auto&, const QByteArray& p) {
            return encode64("{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\"}") + ".." + encode64("iv") + '.' +
                   encode64(p) + '.' + encode64("tag");
        });
        row("38 oversize", [](auto& fc, const QByteArray& p) {
            return fc.key.token(QByteArray(p).replace("{", "{\"pad\":\"" + QByteArray(40'000, 'x') + "\","));
        });
        row("49 claim twice", [](auto& fc, const QByteArray& p) {
            return fc.key.token(QByteArray(p).replace("{", "{\"sub\":\"someone else\","));
        });
        row("payload is an array", [](auto& fc, const QByteArray& p) { return fc.key.token('[' + p + ']'); });
        row("payload is not JSON", [](auto& fc, const QByteArray&) { return fc.key.token("payload"); });
        row("payload is not UTF-8", [](auto& fc, const QByteArray& p) {
            return fc.key.token(QByteArray(p).replace("{", "{\"x\":\"\xFF\","));
        });
    }
    void redeem_signatureFault_isRefused()
    {
        QFETCH(Forge, forge);
        m_provider->makeIdToken = [this, forge](const QByteArray& payload) {
            return forge(*m_provider, payload);
        };
        QCOMPARE(refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_provider->asked.contains(text("userinfo")));

        init();
        m_provider->makeUserinfo = [this, forge](const QByteArray& payload) {
            return forge(*m_provider, payload);
        };
        QCOMPARE(refusal(), FailureCode::SignInRefused);
    }

    void redeem_noKidAndSeveralCandidates_isRefused()
    {
        const TestKey second(TestKey::Kind::P256, text("second"));
        m_provider->editKeys = [&second](QJsonObject& set) {
            auto keys = set[text("keys")].toArray();
            keys.append(second.publicJwk());
            set[text("keys")] = keys;
        };
        m_provider->makeIdToken = [this](const QByteArray& p) {
            return m_provider->key.token(p, {{text("kid"), QJsonValue::Null}});
        };
        QCOMPARE(refusal(), FailureCode::SignInRefused);
    }

    void redeem_keyRotated_isAcceptedAfterOneFetch()
    {
        QVERIFY(redeem().ok());
        m_provider->key = TestKey(TestKey::Kind::P256, text("rotated"));
        m_clock.advance(30);
        m_provider->code = text("the-code");
        QVERIFY(redeem().ok());
        QCOMPARE(m_provider->asked.count(text("jwks")), 2);
    }

    void redeem_unknownKeyAgainAndAgain_fetchesAtAPace()
    {
        const TestKey rogue(TestKey::Kind::P256, text("rogue"));
        m_provider->makeIdToken = [&rogue](const QByteArray& p) { return rogue.token(p); };
        for (int i = 0; i < 5; ++i) {
            m_provider->code = text("the-code");
            QCOMPARE(refusal(), FailureCode::SignInRefused);
        }
        QCOMPARE(m_provider->asked.count(text("jwks")), 1);
    }

    void redeem_idTokenClaimFault_isRefused_data()
    {
        claimRows({
            {"39 iss wrong", "iss", text("https://evil.example")},
            {"39 iss with a slash", "iss", ScriptedFranceConnect::issuer + u'/'},
            {"39 iss missing", "iss", QJsonValue::Undefined},
            {"40 aud wrong", "aud", text("another")},
            {"40 aud missing", "aud", QJsonValue::Undefined},
            {"41 aud with a stranger", "aud", QJsonArray{ScriptedFranceConnect::clientId, text("another")}},
            {"41 azp stranger", "azp", text("another")},
            {"42 sub missing", "sub", QJsonValue::Undefined},
            {"42 sub empty", "sub", QString()},
            {"42 sub too long", "sub", QString(256, u'a')},
            {"42 sub a number", "sub", 1},
            {"43 nonce wrong", "nonce", text("another")},
            {"43 nonce missing", "nonce", QJsonValue::Undefined},
            {"43 nonce empty", "nonce", QString()},
            {"44 exp past", "exp", at(-61)},
            {"44 exp missing", "exp", QJsonValue::Undefined},
            {"44 exp a text", "exp", QString::number(at(60))},
            {"44 exp beyond time", "exp", 1e300},
            {"45 iat future", "iat", at(61)},
            {"45 iat hours old", "iat", at(-7200)},
            {"45 iat missing", "iat", QJsonValue::Undefined},
            {"46 nbf future", "nbf", at(61)},
            {"47 acr missing", "acr", QJsonValue::Undefined},
            {"47 acr lower", "acr", text("eidas0")},
            {"47 acr with a space", "acr", text("eidas1 ")},
            {"48 auth_time old", "auth_time", at(-86'400)},
            {"48 auth_time missing", "auth_time", QJsonValue::Undefined},
            {"48 auth_time future", "auth_time", at(61)},
        });
    }
    void redeem_idTokenClaimFault_isRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        m_provider->editIdClaims = edit(claim, value);
        QCOMPARE(refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_provider->asked.contains(text("userinfo")));
    }

    void redeem_userinfoClaimFault_isRefused_data()
    {
        claimRows({
            {"51 sub differs", "sub", text("someone else")},
            {"54 aud missing", "aud", QJsonValue::Undefined},
            {"54 aud foreign", "aud", text("another")},
            {"54 aud with a stranger", "aud", QJsonArray{ScriptedFranceConnect::clientId, text("another")}},
            {"54 iss missing", "iss", QJsonValue::Undefined},
            {"54 iss foreign", "iss", text("https://evil.example")},
            {"54 exp missing", "exp", QJsonValue::Undefined},
            {"54 exp past", "exp", at(-61)},
            {"54 iat missing", "iat", QJsonValue::Undefined},
            {"55 family name missing", "family_name", QJsonValue::Undefined},
            {"55 family name of 300", "family_name", QString(300, u'A')},
            {"55 right-to-left override", "family_name", QStringLiteral("DUB\u202EOIS")},
            {"55 control character", "family_name", QStringLiteral("DUB\u0007OIS")},
            {"55 markup", "family_name", text("<b>DUBOIS")},
            {"55 given name empty", "given_name_array", QJsonArray{QString()}},
            {"55 given names none", "given_name_array", QJsonArray()},
            {"55 given names not a list", "given_name_array", text("Angela")},
            {"55 gender other", "gender", text("other")},
            {"55 gender missing", "gender", QJsonValue::Undefined},
            {"55 birthdate month 00", "birthdate", text("1977-00-03")},
            {"55 birthdate no such day", "birthdate", text("2023-02-30")},
            {"55 birthdate another format", "birthdate", text("24/08/1962")},
            {"55 birthdate missing", "birthdate", QJsonValue::Undefined},
            {"55 birthplace of no form", "birthplace", text("2C001")},
            {"55 birthplace a name", "birthplace", text("Paris")},
            {"55 birthplace missing in France", "birthplace", QString()},
            {"55 birthcountry missing", "birthcountry", QJsonValue::Undefined},
            {"55 birthcountry of no form", "birthcountry", text("FRANCE")},
            {"55 e-mail with a line feed", "email", text("a@b.fr\r\nBcc: c@d.fr")},
        });
    }
    void redeem_userinfoClaimFault_isRefused()
    {
        QFETCH(QString, claim);
        QFETCH(QJsonValue, value);
        m_provider->editUserClaims = edit(claim, value);
        QCOMPARE(refusal(), FailureCode::SignInRefused);
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
        lie(*m_provider);
        QCOMPARE(refusal(), static_cast<FailureCode>(code));
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
        lie(*m_provider);
        QCOMPARE(refusal(), FailureCode::IdentityProviderUnavailable);
        QVERIFY(!m_provider->asked.contains(text("token")));
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
        lie(*m_provider);
        QCOMPARE(refusal(), FailureCode::IdentityProviderUnavailable);
    }

    void redeem_providerDownWithinTenMinutes_usesWhatIsKnown()
    {
        QVERIFY(redeem().ok());
        m_provider->replies.insert(text("openid-configuration"), html(500));
        m_provider->replies.insert(text("jwks"), html(500));
        m_clock.advance(599);
        m_provider->code = text("the-code");
        QVERIFY(redeem().ok());
        m_clock.advance(2);
        m_provider->code = text("the-code");
        QCOMPARE(refusal(), FailureCode::IdentityProviderUnavailable);
    }

private:
    struct ClaimRow
    {
        const char* name;
        const char* claim;
        QJsonValue value;
    };
    static void claimRows(const QList<ClaimRow>& rows)
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QJsonValue>("value");
        for (const auto& row : rows) {
            QTest::newRow(row.name) << text(row.claim) << row.value;
        }
    }
    static std::function<void(QJsonObject&)> edit(const QString& claim, const QJsonValue& value)
    {
        return [claim, value](QJsonObject& claims) {
            if (value.isUndefined()) {
                claims.remove(claim);
            } else {
                claims.insert(claim, value);
            }
        };
    }
    /// Seconds since 1970 of that many seconds from the test's now.
    static qint64 at(qint64 seconds) { return ManualClock().now().toSecsSinceEpoch() + seconds; }

    [[nodiscard]] std::unique_ptr<FranceConnectClient> makeClient(JwsAlgorithm algorithm)
    {
        return std::make_unique<FranceConnectClient>(
            *m_provider, m_clock,
            FranceConnectRegistration{QUrl(ScriptedFranceConnect::issuer), ScriptedFranceConnect::clientId,
                                      ScriptedFranceConnect::clientSecret, algorithm, text("eidas1"),
                                      QUrl(text("https://service.example/sign-in/callback"))});
    }
    [[nodiscard]] Outcome<FranceConnectProof> redeem()
    {
        return m_client->redeem(text("the-code"), [](const QString& nonce) { return nonce == goodNonce; });
    }
    [[nodiscard]] FailureCode refusal()
    {
        const auto proof = redeem();
        return proof ? FailureCode::Cancelled : proof.failure().code;
    }

    ManualClock m_clock;
    std::unique_ptr<ScriptedFranceConnect> m_provider;
    std::unique_ptr<FranceConnectClient> m_client;
};

QTEST_APPLESS_MAIN(FranceConnectClientTest)
#include "FranceConnectClientTest.moc"
