// SPDX-License-Identifier: MIT
#include "tests/service/desk/DeskBench.h"
#include "tests/service/identity/TestKey.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;
using proconnect::tests::compactJson;
using proconnect::tests::encode64;
using proconnect::tests::TestKey;

namespace {

using Change = std::function<void(QJsonObject&)>;
const QString publicUrl = u"http://127.0.0.1:8800"_s;

} // namespace

Q_DECLARE_METATYPE(Change)

/// The portal "impots" proves a key; "urssaf" sends its secret.
class ClientAssertionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ServiceConfig config = DeskBench::configuration();
        const QString path = m_folder.filePath(u"impots.jwks"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QJsonArray keys{m_key.publicJwk(), m_rsa.publicJwk()};
        QVERIFY(file.write(compactJson({{u"keys"_s, keys}})) > 0);
        file.close();
        config.portals[0].values.remove(u"client_secret"_s);
        config.portals[0].values.insert(u"client_keys"_s, path);
        m_desk = std::make_unique<DeskBench>(config);
    }

    void assertion_goodOne_givesATokenThatWorks()
    {
        for (const TestKey* key : {&m_key, &m_rsa}) {
            const auto answer = ask(key->token(compactJson(claims())));
            QCOMPARE(answer.status, 200);
            m_desk->tokens.insert(u"impots"_s,
                                  "Bearer " + DeskBench::json(answer)[u"access_token"].toString().toLatin1());
            QCOMPARE(m_desk->deposit(DeskBench::depositBody()).status, 202);
        }
    }

    void assertion_claims_areAccepted_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
        row("token endpoint as audience",
            [](QJsonObject& c) { c[u"aud"_s] = publicUrl + u"/portal/v1/token"_s; });
        row("audience in a list of one", [](QJsonObject& c) { c[u"aud"_s] = QJsonArray{publicUrl}; });
        row("without iat", [](QJsonObject& c) { c.remove(u"iat"_s); });
        row("clock half a minute ahead", [this](QJsonObject& c) { c[u"iat"_s] = now() + 30; });
    }
    void assertion_claims_areAccepted()
    {
        QFETCH(Change, change);
        QJsonObject changed = claims();
        change(changed);
        QCOMPARE(ask(m_key.token(compactJson(changed))).status, 200);
    }

    void assertion_wrongClaim_isRefused_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
        row("other issuer", [](QJsonObject& c) { c[u"iss"_s] = u"psp-urssaf"_s; });
        row("unknown issuer", [](QJsonObject& c) { c[u"iss"_s] = u"psp-nobody"_s; });
        row("no issuer", [](QJsonObject& c) { c.remove(u"iss"_s); });
        row("other subject", [](QJsonObject& c) { c[u"sub"_s] = u"psp-urssaf"_s; });
        row("no subject", [](QJsonObject& c) { c.remove(u"sub"_s); });
        row("other audience", [](QJsonObject& c) { c[u"aud"_s] = u"https://elsewhere.example"_s; });
        row("one audience too many", [](QJsonObject& c) {
            c[u"aud"_s] = QJsonArray{publicUrl, u"https://elsewhere.example"_s};
        });
        row("audience with a slash", [](QJsonObject& c) { c[u"aud"_s] = publicUrl + u'/'; });
        row("no audience", [](QJsonObject& c) { c.remove(u"aud"_s); });
        row("expired", [this](QJsonObject& c) { c[u"exp"_s] = now() - 61; });
        row("expires tomorrow", [this](QJsonObject& c) { c[u"exp"_s] = now() + 86400; });
        row("expiry in a text", [this](QJsonObject& c) { c[u"exp"_s] = QString::number(now() + 60); });
        row("no expiry", [](QJsonObject& c) { c.remove(u"exp"_s); });
        row("issued in the future", [this](QJsonObject& c) { c[u"iat"_s] = now() + 120; });
        row("not yet valid", [this](QJsonObject& c) { c[u"nbf"_s] = now() + 120; });
        row("nbf no number", [](QJsonObject& c) { c[u"nbf"_s] = true; });
        row("no jti", [](QJsonObject& c) { c.remove(u"jti"_s); });
        row("jti too long", [](QJsonObject& c) { c[u"jti"_s] = QString(129, u'x'); });
    }
    void assertion_wrongClaim_isRefused()
    {
        QFETCH(Change, change);
        QJsonObject changed = claims();
        change(changed);
        refuses(m_key.token(compactJson(changed)));
    }

    void assertion_wrongHeader_isRefused_data()
    {
        QTest::addColumn<QJsonObject>("header");
        const auto row = [](const char* name, const QString& member, const QJsonValue& value) {
            QTest::newRow(name) << QJsonObject{{member, value}};
        };
        row("alg none", u"alg"_s, u"none"_s);
        row("alg None", u"alg"_s, u"None"_s);
        row("alg RS256 over an EC signature", u"alg"_s, u"RS256"_s);
        row("alg ES512", u"alg"_s, u"ES512"_s);
        row("kid of the other key", u"kid"_s, u"rsa"_s);
        row("unknown kid", u"kid"_s, u"who"_s);
        row("another purpose", u"typ"_s, u"secevent+jwt"_s);
        row("critical extension", u"crit"_s, QJsonArray{u"b64"_s});
        row("address of keys", u"jku"_s, u"https://elsewhere.example/keys"_s);
        row("key brought along", u"jwk"_s, m_other.publicJwk());
    }
    void assertion_wrongHeader_isRefused()
    {
        QFETCH(QJsonObject, header);
        refuses(m_key.token(compactJson(claims()), header));
    }

    void assertion_forgedSignature_isRefused()
    {
        refuses(m_other.token(compactJson(claims())));
        refuses(m_other.token(compactJson(claims()), {{u"kid"_s, u"ec"_s}}));
        const QByteArray good = m_key.token(compactJson(claims()));
        refuses(good.left(good.lastIndexOf('.') + 1));
        refuses(good + "A");
        const QByteArray unsignedText =
            encode64(R"({"alg":"none"})") + '.' + encode64(compactJson(claims())) + '.';
        refuses(unsignedText);
        // The public key as the secret of an HMAC.
        const QByteArray text =
            encode64(R"({"alg":"HS256","kid":"rsa"})") + '.' + encode64(compactJson(claims()));
        refuses(
            text + '.' +
            encode64(QMessageAuthenticationCode::hash(text, m_rsa.publicPem(), QCryptographicHash::Sha256)));
        refuses({});
        refuses(QByteArray(9000, 'x'));
        refuses("a.b.c");
    }

    void assertion_duplicateMember_isRefused()
    {
        QByteArray text = compactJson(claims());
        text.chop(1);
        refuses(m_key.token(text + R"(,"sub":"psp-impots"})"));
    }

    void assertion_usedBefore_isRefused()
    {
        const QByteArray assertion = m_key.token(compactJson(claims()));
        QCOMPARE(ask(assertion).status, 200);
        refuses(assertion);
        m_desk->bench.clock.advance(350);
        refuses(assertion);
    }

    void token_ofAPortalWithKeys_takesNoSecret()
    {
        QCOMPARE(m_desk->askToken(u"psp-impots"_s, u"secret-impots"_s).status, 401);
        QCOMPARE(m_desk->askToken(u"psp-impots"_s, {}).status, 401);
    }

    void token_ofAPortalWithASecret_takesNoAssertion()
    {
        QJsonObject forged = claims();
        forged[u"iss"_s] = forged[u"sub"_s] = u"psp-urssaf"_s;
        refuses(m_key.token(compactJson(forged)));
    }

    void token_twoWaysAtOnce_isRefused()
    {
        const QByteArray assertion = m_key.token(compactJson(claims()));
        QCOMPARE(ask(assertion, {{u"client_secret"_s, u"secret-impots"_s}}).status, 400);
        QCOMPARE(ask(assertion, {{u"client_id"_s, u"psp-urssaf"_s}}).status, 401);
        QCOMPARE(ask(m_key.token(compactJson(claims())), {{u"client_id"_s, u"psp-impots"_s}}).status, 200);
    }

    void token_unknownKindOfAssertion_isRefused()
    {
        QUrlQuery form{
            {u"grant_type"_s, u"client_credentials"_s},
            {u"client_assertion_type"_s, u"urn:ietf:params:oauth:client-assertion-type:saml2-bearer"_s},
            {u"client_assertion"_s, QString::fromLatin1(m_key.token(compactJson(claims())))}};
        QCOMPARE(post(form).status, 400);
    }

    void section_keysFile_isReadStrictly_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("good");
        const QByteArray key = compactJson(m_key.publicJwk());
        const auto secret = compactJson(Jwk::generateP256().value().privateJson());
        QTest::newRow("one key") << QByteArray("{\"keys\":[" + key + "]}") << true;
        QTest::newRow("no key") << QByteArray("{\"keys\":[]}") << false;
        QTest::newRow("not JSON") << QByteArray("keys") << false;
        QTest::newRow("private key") << QByteArray("{\"keys\":[" + secret + "]}") << false;
        QTest::newRow("symmetric key") << QByteArray(R"({"keys":[{"kty":"oct","k":"AAAA"}]})") << false;
    }
    void section_keysFile_isReadStrictly()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, good);
        QFile file(m_folder.filePath(u"read.jwks"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto read = readPortalSection(
            u"x"_s, {{u"name"_s, u"X"_s}, {u"client_id"_s, u"x"_s}, {u"client_keys"_s, file.fileName()}});
        QCOMPARE(read.ok(), good);
    }

    void section_secretHash_standsForTheSecret()
    {
        const QString hash =
            QString::fromLatin1(QCryptographicHash::hash("secret", QCryptographicHash::Sha256).toHex());
        const auto section = [](const QString& key, const QString& value) {
            return readPortalSection(u"x"_s, {{u"name"_s, u"X"_s}, {u"client_id"_s, u"x"_s}, {key, value}});
        };
        QCOMPARE(section(u"client_secret_hash"_s, hash).value().clientSecretHash,
                 section(u"client_secret"_s, u"secret"_s).value().clientSecretHash);
        QVERIFY(!section(u"client_secret_hash"_s, hash.left(62)));
        QVERIFY(!section(u"client_secret_hash"_s, u"zz"_s + hash.mid(2)));
        QVERIFY(!section(u"scopes"_s, u"demande.lire"_s));
    }

private:
    [[nodiscard]] qint64 now() const { return StandingClock().now().toSecsSinceEpoch(); }
    [[nodiscard]] QJsonObject claims() const
    {
        return {{u"iss"_s, u"psp-impots"_s}, {u"sub"_s, u"psp-impots"_s},
                {u"aud"_s, publicUrl},       {u"jti"_s, QUuid::createUuid().toString()},
                {u"iat"_s, now()},           {u"exp"_s, now() + 300}};
    }
    HttpResponse post(const QUrlQuery& form)
    {
        return m_desk->call("POST", u"/portal/v1/token"_s, form.toString(QUrl::FullyEncoded).toLatin1(),
                            {{"content-type", "application/x-www-form-urlencoded"}});
    }
    HttpResponse ask(const QByteArray& assertion, const QList<std::pair<QString, QString>>& more = {})
    {
        QUrlQuery form{
            {u"grant_type"_s, u"client_credentials"_s},
            {u"client_assertion_type"_s, u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s},
            {u"client_assertion"_s, QString::fromLatin1(assertion)}};
        for (const auto& [name, value] : more) {
            form.addQueryItem(name, value);
        }
        return post(form);
    }
    void refuses(const QByteArray& assertion)
    {
        const auto answer = ask(assertion);
        QCOMPARE(answer.status, 401);
        QCOMPARE(DeskBench::json(answer)[u"error"].toString(), u"invalid_client"_s);
    }

    QTemporaryDir m_folder;
    TestKey m_key{TestKey::Kind::P256, u"ec"_s};
    TestKey m_rsa{TestKey::Kind::Rsa2048, u"rsa"_s};
    TestKey m_other{TestKey::Kind::P256, u"other"_s};
    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(ClientAssertionsTest)
#include "ClientAssertionsTest.moc"
