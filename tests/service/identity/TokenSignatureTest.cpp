// SPDX-License-Identifier: MIT
#include "service/identity/ProviderDirectory.h"
#include "tests/service/identity/FranceConnectFixture.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <array>
#include <future>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

using Forge = std::function<QByteArray(ScriptedFranceConnect&, const QByteArray& payload)>;
Q_DECLARE_METATYPE(Forge)

namespace {

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

/// Forged tokens, as ID token and as userinfo (facts/franceconnect.md, section 4: 22 to 38, 49, 53).
class TokenSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fc.reset(); }

    void redeem_signatureFault_isRefused_data()
    {
        QTest::addColumn<Forge>("forge");
        const auto row = [](const char* name, const Forge& forge) { QTest::newRow(name) << forge; };
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
        row("34 x5c", [](auto& fc, const QByteArray& p) {
            return fc.key.token(p, {{text("x5c"), QJsonArray{text("MIIB")}}});
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
        // One reader sees the honest compact token, the other a JSON one whose payload nobody signed.
        row("37 JSON and compact in one", [](auto& fc, const QByteArray& p) {
            const auto pieces = fc.key.token(p).split('.');
            return "{\"" + pieces[0] + '.' + pieces[1] + '.' + pieces[2] + "\":\"\",\"protected\":\"" +
                   pieces[0] + "\",\"payload\":\"" + encode64("{\"sub\":\"someone else\"}") +
                   "\",\"signature\":\"" + pieces[2] + "\"}";
        });
        row("37 space before", [](auto& fc, const QByteArray& p) { return ' ' + fc.key.token(p); });
        row("37 line feed after", [](auto& fc, const QByteArray& p) { return fc.key.token(p) + '\n'; });
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
        m_fc.provider->makeIdToken = [this, forge](const QByteArray& payload) {
            return forge(*m_fc.provider, payload);
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_fc.provider->asked.contains(text("userinfo")));

        m_fc.reset();
        m_fc.provider->makeUserinfo = [this, forge](const QByteArray& payload) {
            return forge(*m_fc.provider, payload);
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
    }

    void redeem_signatureFaultForAnRs256Client_isRefused_data()
    {
        QTest::addColumn<Forge>("forge");
        const auto row = [](const char* name, const Forge& forge) { QTest::newRow(name) << forge; };
        row("24 bit flip, RS256", [](auto& fc, const QByteArray& p) {
            QByteArray token = fc.rsaKey.token(p);
            const qsizetype at = token.lastIndexOf('.') + 10;
            token[at] = token[at] == 'A' ? 'B' : 'A';
            return token;
        });
        row("25 zero signature, RS256", [](auto& fc, const QByteArray& p) {
            return withSignature(fc.rsaKey.token(p), QByteArray(256, '\0'));
        });
        row("29 HS256 with the RSA public key",
            [](auto& fc, const QByteArray& p) { return hmacToken(p, fc.rsaKey.publicPem()); });
        row("30 rogue RSA key, same name", [](auto& fc, const QByteArray& p) {
            return TestKey(TestKey::Kind::Rsa2048, fc.rsaKey.id()).token(p);
        });
        row("36 ES256 for an RS256 client", [](auto& fc, const QByteArray& p) { return fc.key.token(p); });
    }
    void redeem_signatureFaultForAnRs256Client_isRefused()
    {
        QFETCH(Forge, forge);
        m_fc.registerFor(JwsAlgorithm::Rs256);
        m_fc.provider->makeIdToken = [this, forge](const QByteArray& payload) {
            return forge(*m_fc.provider, payload);
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_fc.provider->asked.contains(text("userinfo")));

        m_fc.reset();
        m_fc.registerFor(JwsAlgorithm::Rs256);
        m_fc.provider->makeIdToken = [this](const QByteArray& p) { return m_fc.provider->rsaKey.token(p); };
        m_fc.provider->makeUserinfo = [this, forge](const QByteArray& payload) {
            return forge(*m_fc.provider, payload);
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_noKidAndSeveralCandidates_isRefused()
    {
        const TestKey second(TestKey::Kind::P256, text("second"));
        m_fc.provider->editKeys = [&second](QJsonObject& set) {
            auto keys = set[text("keys")].toArray();
            keys.append(second.publicJwk());
            set[text("keys")] = keys;
        };
        m_fc.provider->makeIdToken = [this](const QByteArray& p) {
            return m_fc.provider->key.token(p, {{text("kid"), QJsonValue::Null}});
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
    }

    void redeem_keyRotated_isAcceptedAfterOneFetch()
    {
        QVERIFY(m_fc.redeem().ok());
        m_fc.provider->key = TestKey(TestKey::Kind::P256, text("rotated"));
        m_fc.provider->code = text("the-code");
        QVERIFY(m_fc.redeem().ok());
        QCOMPARE(m_fc.provider->asked.count(text("jwks")), 2);
    }

    void redeem_unknownKeyAgainAndAgain_fetchesAtAPace()
    {
        const TestKey rogue(TestKey::Kind::P256, text("rogue"));
        m_fc.provider->makeIdToken = [&rogue](const QByteArray& p) { return rogue.token(p); };
        for (int i = 0; i < 5; ++i) {
            m_fc.provider->code = text("the-code");
            QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        }
        QCOMPARE(m_fc.provider->asked.count(text("jwks")), 2);
        m_fc.clock.advance(11);
        m_fc.provider->code = text("the-code");
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QCOMPARE(m_fc.provider->asked.count(text("jwks")), 3);
    }

    void key_keySetDead_isAskedForAtAPaceByAllTogether()
    {
        ScriptedFranceConnect& provider = *m_fc.provider;
        ProviderDirectory directory(provider, m_fc.clock, QUrl(ScriptedFranceConnect::issuer));
        QVERIFY(directory.key({JwsAlgorithm::Es256, {}, provider.key.id(), {}}).ok());
        provider.replies.insert(text("jwks"), jsonReply(503, {}));
        const JwsHeader rotated{JwsAlgorithm::Es256, {}, text("rotated"), {}};
        const auto isUnavailable = [&] {
            const auto key = directory.key(rotated);
            return !key && key.failure().code == FailureCode::IdentityProviderUnavailable;
        };
        std::array<std::future<bool>, 8> signIns;
        for (auto& signIn : signIns) {
            signIn = std::async(std::launch::async, isUnavailable);
        }
        for (auto& signIn : signIns) {
            QVERIFY(signIn.get());
        }
        QCOMPARE(provider.asked.count(text("jwks")), 2);

        provider.replies.clear();
        QVERIFY2(isUnavailable(), "within the pace nobody asks again");
        QVERIFY2(directory.key({JwsAlgorithm::Es256, {}, provider.key.id(), {}}).ok(), "known keys serve on");
        m_fc.clock.advance(11);
        provider.key = TestKey(TestKey::Kind::P256, text("rotated"));
        QVERIFY(directory.key(rotated).ok());
        QCOMPARE(provider.asked.count(text("jwks")), 3);
    }

private:
    FranceConnectFixture m_fc;
};

QTEST_APPLESS_MAIN(TokenSignatureTest)
#include "TokenSignatureTest.moc"
