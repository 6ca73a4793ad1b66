// SPDX-License-Identifier: MIT
#include "service/http/ProblemLanguage.h"
#include "tests/service/desk/DeskBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What every call of a portal meets, whatever it asks for.
class PortalCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<DeskBench>(); }

    void answer_anyCall_tellsTheQuota()
    {
        const auto answer = read();
        QCOMPARE(answer.status, 404);
        QCOMPARE(header(answer, "RateLimit-Policy"), "\"portal\";q=120;w=60");
        QCOMPARE(header(answer, "RateLimit"), "\"portal\";r=119;t=60");
        m_desk->bench.clock.advance(15);
        QCOMPARE(header(read(), "RateLimit"), "\"portal\";r=118;t=45");
    }

    void answer_beyondTheQuota_isRefusedWithTheTimeToWait()
    {
        HttpResponse last = read();
        for (int calls = 1; calls < 121; ++calls) {
            last = read();
        }
        QCOMPARE(last.status, 429);
        QCOMPARE(header(last, "RateLimit"), "\"portal\";r=0;t=60");
        QCOMPARE(header(last, "Retry-After"), "60");
    }

    void answer_refusedForItsScope_countsToo()
    {
        const auto granted = m_desk->askToken(u"psp-impots"_s, u"secret-impots"_s, u"demande.deposer"_s);
        m_desk->tokens.insert(u"impots"_s,
                              "Bearer " + DeskBench::json(granted)[u"access_token"].toString().toLatin1());
        const auto answer = read();
        QCOMPARE(answer.status, 403);
        QCOMPARE(header(answer, "RateLimit"), "\"portal\";r=119;t=60");
    }

    void answer_withoutToken_saysHowToComeBack()
    {
        const auto answer = m_desk->call("GET", u"/portal/v1/requests/PC-1"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(header(answer, "WWW-Authenticate"), "Bearer");
        QVERIFY(header(answer, "RateLimit").isEmpty());
    }

    void problem_language_followsTheCaller_data()
    {
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<bool>("english");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("French") << QByteArray("fr-FR, fr;q=0.9, en;q=0.8") << false;
        QTest::newRow("English") << QByteArray("en-GB,en;q=0.9") << true;
        QTest::newRow("English first") << QByteArray("fr;q=0.5, EN") << true;
        QTest::newRow("English refused") << QByteArray("en;q=0") << false;
        QTest::newRow("any") << QByteArray("*") << false;
        QTest::newRow("others") << QByteArray("de, it;q=0.5") << false;
        QTest::newRow("nonsense") << QByteArray("en;q=much,;;,=") << false;
    }
    void problem_language_followsTheCaller()
    {
        QFETCH(QByteArray, accept);
        QFETCH(bool, english);
        const auto answer =
            m_desk->call("GET", u"/portal/v1/requests/PC-1"_s, {}, {{"accept-language", accept}});
        QCOMPARE(header(answer, "Content-Language"), english ? "en" : "fr");
        QCOMPARE(DeskBench::json(answer)[u"detail"].toString(),
                 english ? u"The caller is not identified."_s : u"L’appelant n’est pas identifié."_s);
        QCOMPARE(DeskBench::json(answer)[u"code"].toString(), u"unauthorized"_s);
    }

    void problem_everyCode_hasASentenceInBothLanguages()
    {
        for (int i = 0; i <= static_cast<int>(FailureCode::Internal); ++i) {
            const auto code = static_cast<FailureCode>(i);
            const QString french = problemDetail(code);
            const QString english = problemDetail(code, ProblemLanguage::English);
            QVERIFY(french.endsWith(u'.') && english.endsWith(u'.') && french != english);
        }
    }

    void deposit_hostileBody_isRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray good = QJsonDocument(DeskBench::depositBody()).toJson(QJsonDocument::Compact);
        QByteArray twice = good;
        twice.chop(1);
        QTest::newRow("a member twice") << QByteArray(twice + R"(,"siren":"000041376"})");
        QTest::newRow("deep") << QByteArray(twice + ",\"x\":" + QByteArray(5000, '[') +
                                            QByteArray(5000, ']') + '}');
        QTest::newRow("bad UTF-8") << QByteArray(good).replace("Karim", "Kar\xFFm");
        QTest::newRow("overlong UTF-8") << QByteArray(good).replace("Karim", "Kar\xC0\xAFm");
        QTest::newRow("half a surrogate") << QByteArray(good).replace("Karim", "Kar\\ud800m");
        QTest::newRow("NUL") << QByteArray(good).replace("Karim", "Kar\\u0000m");
        QTest::newRow("rest") << QByteArray(good + "{}");
        QTest::newRow("list") << QByteArray("[" + good + "]");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << good.left(good.size() / 2);
    }
    void deposit_hostileBody_isRefused()
    {
        QFETCH(QByteArray, body);
        const auto answer = m_desk->call("POST", u"/portal/v1/requests"_s, body,
                                         {{"authorization", m_desk->token()},
                                          {"content-type", "application/json"},
                                          {"idempotency-key", "hostile"}});
        QCOMPARE(answer.status, 400);
        QVERIFY(m_desk->snapshot().requests.isEmpty());
    }

    void deposit_sameKeyAWeekLater_isAnotherCall()
    {
        QCOMPARE(m_desk->deposit(DeskBench::depositBody()).status, 202);
        m_desk->bench.clock.advance(7LL * 86400 - 1);
        m_desk->tokens.clear();
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(u"IMP-2"_s)).status, 422);
        m_desk->bench.clock.advance(2);
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(u"IMP-2"_s)).status, 202);
    }

    void deposit_hostileKey_isRefused()
    {
        for (const QByteArray& key :
             {QByteArray(), QByteArray(256, 'k'), QByteArray("a b"), QByteArray("clé")}) {
            QCOMPARE(m_desk->deposit(DeskBench::depositBody(), key).status, 400);
        }
        QCOMPARE(m_desk->deposit(DeskBench::depositBody(), QByteArray(255, 'k')).status, 202);
    }

private:
    HttpResponse read()
    {
        return m_desk->call("GET", u"/portal/v1/requests/PC-1"_s, {}, {{"authorization", m_desk->token()}});
    }
    [[nodiscard]] static QByteArray header(const HttpResponse& response, const QByteArray& name)
    {
        for (const auto& [known, value] : response.headers) {
            if (known == name) {
                return value;
            }
        }
        return {};
    }

    std::unique_ptr<DeskBench> m_desk;
};

QTEST_GUILESS_MAIN(PortalCallsTest)
#include "PortalCallsTest.moc"
