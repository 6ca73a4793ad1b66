// SPDX-License-Identifier: MIT
#include "tests/service/identity/FranceConnectFixture.h"
#include "tests/service/identity/TestEncryption.h"

#include <QJsonArray>
#include <QTest>
#include <QUrlQuery>

using namespace proconnect;
using namespace proconnect::service;
using namespace proconnect::tests;

using Edit = std::function<void(QJsonObject& header)>;
using Damage = std::function<void(JweParts&)>;
Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(Damage)

namespace {

/// As encryptionPair() makes it.
Jwk named(const Jwk& made, Jwk::Kind kind, const char* algorithm)
{
    QJsonObject json = made.privateJson();
    json.insert(text("kid"), made.thumbprint());
    json.insert(text("use"), text("enc"));
    json.insert(text("alg"), QLatin1String(algorithm));
    return Jwk::fromPrivateJson(json, kind).value();
}

} // namespace

/// FranceConnect+: ID token and userinfo encrypted for us (facts: 38).
class EncryptedTokenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_curve = std::make_unique<Jwk>(named(Jwk::generateP256().value(), Jwk::Kind::EcP256, "ECDH-ES"));
        m_rsa = std::make_unique<Jwk>(named(Jwk::generateRsa().value(), Jwk::Kind::Rsa, "RSA-OAEP"));
    }

    void redeem_encryptedForUs_isAccepted_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::newRow("ECDH-ES") << false;
        QTest::newRow("RSA-OAEP") << true;
    }

    void redeem_encryptedForUs_isAccepted()
    {
        QFETCH(bool, rsa);
        const Jwk& pair = rsa ? *m_rsa : *m_curve;
        encryptFor(pair, [](QJsonObject& header) {
            header.insert(text("iss"), ScriptedFranceConnect::issuer);
            header.insert(text("aud"), ScriptedFranceConnect::clientId);
        });
        const auto proof = m_fc.redeem();
        QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.failure().detail));
        QCOMPARE(proof.value().identity.familyName, text("DUBOIS"));
        QVERIFY2(proof.value().idToken.count('.') == 2, "the hint for signing out is the signed token");
    }

    void redeem_wrongHeader_isRefused_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<Edit>("edit");
        const auto row = [](const char* name, bool rsa, const Edit& edit) {
            QTest::newRow(name) << rsa << edit;
        };
        const auto set = [](const char* name, const QJsonValue& value) {
            return Edit([name, value](QJsonObject& header) { header.insert(QLatin1String(name), value); });
        };
        row("38 unknown kid", false, set("kid", text("another")));
        row("38 no kid", false, [](QJsonObject& header) { header.remove(text("kid")); });
        row("38 empty kid", false, set("kid", QString()));
        row("38 alg dir", false, set("alg", text("dir")));
        row("38 alg of the other kind", false, set("alg", text("RSA-OAEP")));
        row("38 alg with key wrap", false, set("alg", text("ECDH-ES+A256KW")));
        row("38 RSA1_5", true, set("alg", text("RSA1_5")));
        row("38 alg missing", true, [](QJsonObject& header) { header.remove(text("alg")); });
        row("38 enc A128GCM", false, set("enc", text("A128GCM")));
        row("38 enc A256CBC-HS512", true, set("enc", text("A256CBC-HS512")));
        row("38 no cty", false, [](QJsonObject& header) { header.remove(text("cty")); });
        row("38 cty JSON", true, set("cty", text("json")));
        row("38 zip", false, set("zip", text("DEF")));
        row("38 crit", false, set("crit", QJsonArray{text("exp")}));
        row("38 jku", true, set("jku", text("https://elsewhere.example/jwks")));
        row("38 p2c", true, set("p2c", 1'000'000'000));
        row("38 apu", false, set("apu", text("QWxpY2U")));
        row("38 epk RSA", false, [](QJsonObject& header) {
            header.insert(text("epk"), TestKey(TestKey::Kind::Rsa2048, text("x")).publicJwk());
        });
        row("38 no epk", false, [](QJsonObject& header) { header.remove(text("epk")); });
        row("38 epk off the curve", false, [](QJsonObject& header) {
            QJsonObject point = header[text("epk")].toObject();
            point.insert(text("y"), point[text("x")]);
            header.insert(text("epk"), point);
        });
        row("38 epk with a secret", false, [](QJsonObject& header) {
            QJsonObject point = header[text("epk")].toObject();
            point.insert(text("d"), point[text("x")]);
            header.insert(text("epk"), point);
        });
        row("38 header of another issuer", false, set("iss", text("https://elsewhere.example")));
        row("38 header for another client", true, set("aud", text("somebody-else")));
    }

    void redeem_wrongHeader_isRefused()
    {
        QFETCH(bool, rsa);
        QFETCH(Edit, edit);
        encryptFor(rsa ? *m_rsa : *m_curve, edit);
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(!m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_damaged_isRefused_data()
    {
        QTest::addColumn<bool>("rsa");
        QTest::addColumn<Damage>("damage");
        const auto row = [](const char* name, bool rsa, const Damage& damage) {
            QTest::newRow(name) << rsa << damage;
        };
        row("38 tag cut to one byte", false, [](JweParts& parts) { parts.tag.truncate(1); });
        row("38 tag missing", true, [](JweParts& parts) { parts.tag.clear(); });
        row("38 tag flipped", false, [](JweParts& parts) { parts.tag[3] = char(parts.tag[3] ^ 1); });
        row("38 content flipped", true,
            [](JweParts& parts) { parts.content[3] = char(parts.content[3] ^ 1); });
        row("38 content missing", false, [](JweParts& parts) { parts.content.clear(); });
        row("38 nonce of 16 bytes", false, [](JweParts& parts) { parts.nonce.append(4, 'x'); });
        row("38 header respelt", false, [](JweParts& parts) { parts.header.insert(1, ' '); });
        row("38 key where none belongs", false, [](JweParts& parts) { parts.key = QByteArray(40, 'x'); });
        row("38 no key", true, [](JweParts& parts) { parts.key.clear(); });
        row("38 key flipped", true, [](JweParts& parts) { parts.key[9] = char(parts.key[9] ^ 1); });
    }

    void redeem_damaged_isRefused()
    {
        QFETCH(bool, rsa);
        QFETCH(Damage, damage);
        const Jwk& pair = rsa ? *m_rsa : *m_curve;
        const auto damaged = [&](const QByteArray& payload) {
            JweParts parts = encryptedFor(pair.publicJson(), m_fc.provider->key.token(payload));
            damage(parts);
            return parts.token();
        };
        encryptFor(pair);
        m_fc.provider->makeIdToken = damaged;
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);

        encryptFor(pair);
        m_fc.provider->makeUserinfo = damaged;
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_whatIsInside_isRefused_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("38 unsigned JSON") << QByteArray();
        QTest::newRow("38 alg none") << QByteArray("none");
        QTest::newRow("38 another JWE") << QByteArray("JWE");
        QTest::newRow("38 signed by a stranger") << QByteArray("rogue");
        QTest::newRow("38 oversize") << QByteArray("huge");
    }

    void redeem_whatIsInside_isRefused()
    {
        QFETCH(QByteArray, inside);
        const TestKey rogue(TestKey::Kind::P256, m_fc.provider->key.id());
        encryptFor(*m_curve);
        m_fc.provider->makeIdToken = [&](const QByteArray& payload) {
            QByteArray content = payload;
            if (inside == "none") {
                content = encode64("{\"alg\":\"none\"}") + '.' + encode64(payload) + '.';
            } else if (inside == "rogue") {
                content = rogue.token(payload);
            } else if (inside == "huge") {
                content = m_fc.provider->key.token(payload.chopped(1) + ",\"more\":\"" +
                                                   QByteArray(20'000, 'x') + "\"}");
            } else if (inside == "JWE") {
                content = encryptedFor(m_curve->publicJson(), m_fc.provider->key.token(payload)).token();
            }
            return encryptedFor(m_curve->publicJson(), content).token();
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
    }

    void redeem_signedOnlyWhereEncryptionIsAgreed_isRefused()
    {
        encryptFor(*m_curve);
        m_fc.provider->makeIdToken = {};
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);

        encryptFor(*m_curve);
        m_fc.provider->makeUserinfo = {};
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
        QVERIFY(m_fc.provider->asked.contains(text("userinfo")));
    }

    void redeem_encryptedForAnotherClient_isRefused()
    {
        const Jwk other = named(Jwk::generateP256().value(), Jwk::Kind::EcP256, "ECDH-ES");
        encryptFor(*m_curve);
        m_fc.provider->makeIdToken = [&](const QByteArray& payload) {
            QJsonObject key = other.publicJson();
            key.insert(text("kid"), m_curve->keyId());
            return encryptedFor(key, m_fc.provider->key.token(payload)).token();
        };
        QCOMPARE(m_fc.refusal(), FailureCode::SignInRefused);
    }

    void redeem_bornAbroad_keepsFranceConnectPlusWordsOfThePlace_data()
    {
        QTest::addColumn<QJsonValue>("country");
        QTest::addColumn<QString>("place");
        QTest::newRow("a town and its country") << QJsonValue(text("99217")) << QStringLiteral("Ky\u014Dto");
        QTest::newRow("no town") << QJsonValue(text("99217")) << QString();
        QTest::newRow("European: no country")
            << QJsonValue(QJsonValue::Undefined) << QStringLiteral("\u2019s-Gravenhage");
        QTest::newRow("European: an empty country")
            << QJsonValue(QString()) << QStringLiteral("K\u00F6ln, DE");
    }

    void redeem_bornAbroad_keepsFranceConnectPlusWordsOfThePlace()
    {
        QFETCH(QJsonValue, country);
        QFETCH(QString, place);
        const auto proof = redeemBorn(country, place);
        QVERIFY2(proof.ok(), proof.ok() ? "" : qPrintable(proof.failure().detail));
        QCOMPARE(proof.value().identity.birthplace, place);
        QCOMPARE(proof.value().identity.birthcountry, country.toString());
        QCOMPARE(proof.value().identity.birthdate, text("1992-00-00"));
    }

    void redeem_birthPlaceNobodyCanRead_isRefused_data()
    {
        QTest::addColumn<QJsonValue>("country");
        QTest::addColumn<QJsonValue>("place");
        const QJsonValue japan(text("99217"));
        QTest::newRow("55 place too long") << japan << QJsonValue(QString(201, u'a'));
        QTest::newRow("55 place with a line feed") << japan << QJsonValue(text("Ky\noto"));
        QTest::newRow("55 place that turns the text") << japan << QJsonValue(QStringLiteral("Ky\u202Eoto"));
        QTest::newRow("55 place that is a number") << japan << QJsonValue(75'056);
        QTest::newRow("55 place in France, in words")
            << QJsonValue(text("99100")) << QJsonValue(text("Paris"));
        QTest::newRow("55 country that is a number") << QJsonValue(99'217) << QJsonValue(text("Kyoto"));
        QTest::newRow("55 country in words") << QJsonValue(text("Japan")) << QJsonValue(text("Kyoto"));
        QTest::newRow("55 neither") << QJsonValue(QJsonValue::Undefined) << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("55 neither, but spaces") << QJsonValue(QString()) << QJsonValue(text("  "));
    }

    void redeem_birthPlaceNobodyCanRead_isRefused()
    {
        QFETCH(QJsonValue, country);
        QFETCH(QJsonValue, place);
        const auto proof = redeemBorn(country, place);
        QVERIFY(!proof.ok());
        QCOMPARE(proof.failure().code, FailureCode::SignInRefused);
    }

    void authorizationAddress_ofFranceConnectPlus_asksForItsOwnScopes()
    {
        const auto scopes = [this] {
            const auto address = m_fc.client->authorizationAddress(text("state"), text("nonce"));
            return QUrlQuery(address.value()).queryItemValue(text("scope"), QUrl::FullyDecoded).split(u' ');
        };
        m_fc.reset();
        QVERIFY(scopes().contains(text("idp_birthdate")));
        encryptFor(*m_curve);
        QVERIFY(!scopes().contains(text("idp_birthdate")));
        QVERIFY(scopes().contains(text("birthdate")));
    }

private:
    /// A provider that encrypts both tokens for this pair, and a client that expects it.
    void encryptFor(
        const Jwk& pair, const Edit& edit = [](QJsonObject&) {})
    {
        m_fc.reset();
        m_fc.registerFor(JwsAlgorithm::Es256, pair);
        const auto encrypt = [this, json = pair.publicJson(), edit](const QByteArray& payload) {
            return encryptedFor(json, m_fc.provider->key.token(payload), edit).token();
        };
        m_fc.provider->makeIdToken = encrypt;
        m_fc.provider->makeUserinfo = encrypt;
    }

    [[nodiscard]] Outcome<FranceConnectProof> redeemBorn(const QJsonValue& country, const QJsonValue& place)
    {
        encryptFor(*m_curve);
        m_fc.provider->editUserClaims = [&](QJsonObject& claims) {
            claims.insert(text("birthcountry"), country); // undefined removes
            claims.insert(text("birthplace"), place);
            claims.insert(text("birthdate"), text("1992-00-00"));
        };
        return m_fc.redeem();
    }

    FranceConnectFixture m_fc;
    std::unique_ptr<Jwk> m_curve;
    std::unique_ptr<Jwk> m_rsa;
};

QTEST_APPLESS_MAIN(EncryptedTokenTest)
#include "EncryptedTokenTest.moc"
