// SPDX-License-Identifier: MIT
#include "core/jose/Base64Url.h"
#include "core/jose/Jwk.h"
#include "core/jose/Jws.h"
#include "tests/core/jose/RsaSigner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <memory>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

using namespace proconnect;

namespace {

// RFC 7515, appendix A.3.
const QByteArray rfcToken =
    "eyJhbGciOiJFUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0"
    "cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6"
    "NU1Q";

QJsonObject rfcKeyJson()
{
    return {{QStringLiteral("kty"), QStringLiteral("EC")},
            {QStringLiteral("crv"), QStringLiteral("P-256")},
            {QStringLiteral("x"), QStringLiteral("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")},
            {QStringLiteral("y"), QStringLiteral("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")}};
}

// RFC 7638, section 3.1.
QJsonObject rfcRsaJson()
{
    return {{QStringLiteral("kty"), QStringLiteral("RSA")},
            {QStringLiteral("n"), QStringLiteral("0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAt"
                                                 "VT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZC"
                                                 "iFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_"
                                                 "RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZg"
                                                 "nYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-"
                                                 "bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIq"
                                                 "bw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw")},
            {QStringLiteral("e"), QStringLiteral("AQAB")},
            {QStringLiteral("alg"), QStringLiteral("RS256")},
            {QStringLiteral("kid"), QStringLiteral("2011-04-29")}};
}

QByteArray part(const QByteArray& text)
{
    return base64url::encode(text);
}

QByteArray withPart(const QByteArray& token, int index, const QByteArray& replacement)
{
    auto parts = token.split('.');
    parts[index] = replacement;
    return parts.join('.');
}

} // namespace

class JoseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decode_anyOtherSpelling_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("padded") << QByteArray("YQ==");
        QTest::newRow("half padded") << QByteArray("YQ=");
        QTest::newRow("loose bits") << QByteArray("YR");
        QTest::newRow("standard alphabet") << QByteArray("-/-_");
        QTest::newRow("line break") << QByteArray("YWJj\nYWJj");
        QTest::newRow("space") << QByteArray(" YWJj");
        QTest::newRow("impossible length") << QByteArray("YWJjY");
        QTest::newRow("zero byte") << QByteArray("YW\0Jj", 5);
    }

    void decode_anyOtherSpelling_isRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!base64url::decode(text));
    }

    void decode_ownEncoding_givesTheBytesBack()
    {
        for (int size = 0; size < 70; ++size) {
            const QByteArray bytes(size, static_cast<char>(size * 7 + 251));
            QCOMPARE(base64url::decode(base64url::encode(bytes)), std::optional{bytes});
        }
    }

    void thumbprint_rfc7638Example_isThatOfTheRfc()
    {
        const auto key = Jwk::fromPublicJson(rfcRsaJson());
        QVERIFY(key.ok());
        QCOMPARE(key.value().thumbprint(), QStringLiteral("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"));
        QCOMPARE(key.value().keyId(), QStringLiteral("2011-04-29"));
    }

    void fromPublicJson_badKey_isRefused_data()
    {
        QTest::addColumn<QJsonObject>("json");
        const auto with = [](QJsonObject json, const char* name, const QString& value) {
            json.insert(QLatin1String(name), value);
            return json;
        };
        const QString other = rfcKeyJson()[QLatin1String("x")].toString();
        QTest::newRow("empty") << QJsonObject{};
        QTest::newRow("symmetric") << QJsonObject{{QStringLiteral("kty"), QStringLiteral("oct")},
                                                  {QStringLiteral("k"), QStringLiteral("c2VjcmV0")}};
        QTest::newRow("private EC") << with(rfcKeyJson(), "d", other);
        QTest::newRow("private RSA") << with(rfcRsaJson(), "p", QStringLiteral("AQAB"));
        QTest::newRow("point off the curve") << with(rfcKeyJson(), "y", other);
        QTest::newRow("short coordinate") << with(rfcKeyJson(), "x", other.chopped(3));
        QTest::newRow("padded coordinate") << with(rfcKeyJson(), "x", other + u'=');
        QTest::newRow("other curve") << with(rfcKeyJson(), "crv", QStringLiteral("P-384"));
        QTest::newRow("small RSA") << with(rfcRsaJson(), "n",
                                           rfcRsaJson()[QLatin1String("n")].toString().left(170));
        QTest::newRow("unknown kind") << with(rfcKeyJson(), "kty", QStringLiteral("OKP"));
        QTest::newRow("endless kid") << with(rfcKeyJson(), "kid", QString(5000, u'k'));
    }

    void fromPublicJson_badKey_isRefused()
    {
        QFETCH(QJsonObject, json);
        const auto key = Jwk::fromPublicJson(json);
        QVERIFY(!key.ok());
        QCOMPARE(key.failure().code, FailureCode::InvalidRequest);
    }

    void generate_manyKeys_allRoundTripAndSign()
    {
        for (int i = 0; i < 600; ++i) { // one in 128 has a leading zero byte, which must be kept
            const auto key = Jwk::generateP256();
            QVERIFY(key.ok());
            const auto again = Jwk::fromPrivateJson(key.value().privateJson());
            QVERIFY(again.ok());
            QVERIFY(again.value() == key.value());
        }
    }

    void publicJson_privateKey_leavesTheSecretOut()
    {
        const auto key = Jwk::generateP256();
        QVERIFY(key.value().isPrivate());
        QVERIFY(key.value().privateJson().contains(QLatin1String("d")));
        QVERIFY(!key.value().publicJson().contains(QLatin1String("d")));
        QCOMPARE(Jwk::fromPublicJson(key.value().publicJson()).value().thumbprint(),
                 key.value().thumbprint());
    }

    void generateRsa_pair_roundTripsAndKeepsItsSecret()
    {
        const auto key = Jwk::generateRsa();
        QVERIFY(key.ok());
        const QJsonObject secret = key.value().privateJson();
        QVERIFY(Jwk::fromPrivateJson(secret, Jwk::Kind::Rsa).value() == key.value());
        QVERIFY2(!Jwk::fromPrivateJson(secret).ok(), "an RSA pair is no signing key");
        for (const char* name : {"d", "p", "q", "dp", "dq", "qi"}) {
            QVERIFY(secret.contains(QLatin1String(name)));
            QVERIFY(!key.value().publicJson().contains(QLatin1String(name)));
            QJsonObject partial = secret;
            partial.remove(QLatin1String(name));
            QVERIFY(!Jwk::fromPrivateJson(partial, Jwk::Kind::Rsa).ok());
        }
        QVERIFY(Jwk::fromPublicJson(key.value().publicJson()).ok());
        QVERIFY(!Jws::sign("{}", key.value(), QStringLiteral("JWT")).ok());
    }

    void parseJwkSet_foreignKinds_arePassedOver()
    {
        QJsonObject okp{{QStringLiteral("kty"), QStringLiteral("OKP")},
                        {QStringLiteral("crv"), QStringLiteral("Ed25519")}};
        const auto keys =
            parseJwkSet({{QStringLiteral("keys"), QJsonArray{okp, rfcKeyJson(), rfcRsaJson()}}});
        QVERIFY(keys.ok());
        QCOMPARE(keys.value().size(), 2);
    }

    void parseJwkSet_secretInside_isRefusedWhole()
    {
        QJsonObject oct{{QStringLiteral("kty"), QStringLiteral("oct")},
                        {QStringLiteral("k"), QStringLiteral("AAAA")}};
        QVERIFY(!parseJwkSet({{QStringLiteral("keys"), QJsonArray{rfcKeyJson(), oct}}}).ok());
        QVERIFY(!parseJwkSet({}).ok());
    }

    void verify_rfc7515Example_isAccepted()
    {
        const auto verified = Jws::verify(rfcToken, Jwk::fromPublicJson(rfcKeyJson()).value(), {});
        QVERIFY(verified.ok());
        QCOMPARE(verified.value().claims().value()[QLatin1String("iss")].toString(), QStringLiteral("joe"));
    }

    void sign_thenVerify_givesPayloadAndHeaderBack()
    {
        const auto key = Jwk::generateP256();
        const auto token = Jws::sign("{\"a\":1}", key.value(), QStringLiteral("decision+jwt"),
                                     {{QStringLiteral("kid"), QStringLiteral("k1")}});
        QVERIFY(token.ok());
        JwsRules rules;
        rules.type = QStringLiteral("application/decision+jwt");
        const auto verified = Jws::verify(token.value(), key.value(), rules);
        QVERIFY(verified.ok());
        QCOMPARE(verified.value().payload, QByteArray("{\"a\":1}"));
        QCOMPARE(verified.value().header.keyId, QStringLiteral("k1"));
    }

    void sign_publicKey_fails()
    {
        QVERIFY(!Jws::sign("{}", Jwk::fromPublicJson(rfcKeyJson()).value(), QStringLiteral("JWT")).ok());
    }

    void verify_rs256FromOpenSsl_isAcceptedOnlyWhenAsked()
    {
        const RsaSigner signer;
        const auto key = Jwk::fromPublicJson(signer.json());
        QVERIFY(key.ok());
        const QByteArray token = signer.token("{\"sub\":\"x\"}");
        QVERIFY(Jws::verify(token, key.value(), {{JwsAlgorithm::Rs256, JwsAlgorithm::Es256}, {}}).ok());
        QVERIFY(!Jws::verify(token, key.value(), {{JwsAlgorithm::Es256}, {}}).ok());
        QVERIFY(!Jws::verify(withPart(token, 1, part("{\"sub\":\"y\"}")), key.value(),
                             {{JwsAlgorithm::Rs256}, {}})
                     .ok());
    }

    void verify_forgedToken_isRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        const QByteArray signature = *base64url::decode(rfcToken.split('.')[2]);
        const auto header = [](const QByteArray& text) { return withPart(rfcToken, 0, part(text)); };
        const QByteArray der = QByteArray::fromHex("3045022100") + signature.first(32) +
                               QByteArray::fromHex("0220") + signature.last(32);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two dots") << QByteArray("..");
        QTest::newRow("no signature") << withPart(rfcToken, 2, "");
        QTest::newRow("alg none") << withPart(header("{\"alg\":\"none\"}"), 2, "");
        QTest::newRow("alg None") << withPart(header("{\"alg\":\"None\"}"), 2, "");
        QTest::newRow("alg missing") << header("{}");
        QTest::newRow("alg twice") << header("{\"alg\":\"none\",\"alg\":\"ES256\"}");
        QTest::newRow("alg with space") << header("{\"alg\":\"ES256 \"}");
        QTest::newRow("tampered payload") << withPart(rfcToken, 1, part("{\"iss\":\"jim\"}"));
        QTest::newRow("tampered header") << header("{\"alg\":\"ES256\" }");
        QTest::newRow("DER signature") << withPart(rfcToken, 2, part(der));
        QTest::newRow("zero signature") << withPart(rfcToken, 2, part(QByteArray(64, '\0')));
        QTest::newRow("short signature") << withPart(rfcToken, 2, part(signature.chopped(1)));
        QTest::newRow("long signature") << withPart(rfcToken, 2, part(signature + 'x'));
        QTest::newRow("swapped halves")
            << withPart(rfcToken, 2, part(signature.last(32) + signature.first(32)));
        QTest::newRow("padded") << QByteArray(rfcToken + "==");
        QTest::newRow("four parts") << QByteArray(rfcToken + ".x");
        QTest::newRow("trailing line") << QByteArray(rfcToken + '\n');
        QTest::newRow("crit") << header("{\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1}");
        QTest::newRow("b64") << header("{\"alg\":\"ES256\",\"b64\":false}");
        QTest::newRow("jku") << header("{\"alg\":\"ES256\",\"jku\":\"https://attacker.example/keys\"}");
        QTest::newRow("x5u") << header("{\"alg\":\"ES256\",\"x5u\":\"https://attacker.example/keys\"}");
        QTest::newRow("huge") << QByteArray(rfcToken + QByteArray(70'000, 'A'));
        const QByteArray confused = part("{\"alg\":\"HS256\"}") + '.' + rfcToken.split('.')[1];
        const QByteArray secret = QJsonDocument(rfcKeyJson()).toJson(QJsonDocument::Compact);
        QTest::newRow("HS256 with the public key as secret") << QByteArray(
            confused + '.' +
            part(QMessageAuthenticationCode::hash(confused, secret, QCryptographicHash::Sha256)));
    }

    void verify_forgedToken_isRefused()
    {
        QFETCH(QByteArray, token);
        const auto verified = Jws::verify(token, Jwk::fromPublicJson(rfcKeyJson()).value(),
                                          {{JwsAlgorithm::Es256, JwsAlgorithm::Rs256}, {}});
        QVERIFY(!verified.ok());
        QCOMPARE(verified.failure().code, FailureCode::Unauthorized);
    }

    void verify_keyInHeader_isRefusedUnlessAllowedAndNeverUsed()
    {
        const auto attacker = Jwk::generateP256();
        const auto token = Jws::sign("{}", attacker.value(), QStringLiteral("JWT"),
                                     {{QStringLiteral("jwk"), attacker.value().publicJson()}});
        const auto honest = Jwk::fromPublicJson(rfcKeyJson());
        QVERIFY(!Jws::verify(token.value(), attacker.value(), {}).ok());
        QVERIFY(!Jws::verify(token.value(), honest.value(), {{JwsAlgorithm::Es256}, {}, true}).ok());
    }

    void verify_otherType_isRefused()
    {
        const auto key = Jwk::generateP256();
        const auto token = Jws::sign("{}", key.value(), QStringLiteral("JWT"));
        QVERIFY(
            !Jws::verify(token.value(), key.value(), {{JwsAlgorithm::Es256}, QStringLiteral("decision+jwt")})
                 .ok());
        QVERIFY(!Jws::verify(rfcToken, Jwk::fromPublicJson(rfcKeyJson()).value(),
                             {{JwsAlgorithm::Es256}, QStringLiteral("JWT")})
                     .ok());
    }
};

QTEST_GUILESS_MAIN(JoseTest)
#include "JoseTest.moc"
