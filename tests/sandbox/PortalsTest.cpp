// SPDX-License-Identifier: MIT
#include "tests/sandbox/RunningSandbox.h"
#include "tests/sandbox/StandInService.h"

#include <QJsonArray>
#include <QtTest>

#include <algorithm>

namespace proconnect::sandbox::test {

namespace {

/// Eleven that wait, and R05, whose complement is awaited.
constexpr std::size_t OpenInData = 12;

const Form Registration{{QStringLiteral("givenName"), QStringLiteral("<script>alert(1)</script>")},
                        {QStringLiteral("familyName"), QStringLiteral("O'Neil & \"fils\"")},
                        {QStringLiteral("email"), QStringLiteral("oneil@fabre-filles.example")},
                        {QStringLiteral("jobTitle"), QStringLiteral("Comptable")},
                        {QStringLiteral("siren"), QStringLiteral("000 058 263")},
                        {QStringLiteral("role"), QStringLiteral("ABONNE")},
                        {QStringLiteral("right"), QStringLiteral("DECLARER")},
                        {QStringLiteral("right"), QStringLiteral("PAYER")},
                        {QStringLiteral("siret"), QStringLiteral("00005826300021")},
                        {QStringLiteral("message"), QStringLiteral("<i>bonjour</i>")}};

} // namespace

class PortalsTest : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QJsonObject state()
    {
        return m_http.get(m_sandbox.world(QStringLiteral("/controle/etat.json")))
            .json()[u"portals"][u"urssaf"]
            .toObject();
    }

    [[nodiscard]] QJsonObject newest() { return state()[u"requests"].toArray().last().toObject(); }

    [[nodiscard]] Answer registerPerson()
    {
        return m_http.postForm(m_sandbox.world(QStringLiteral("/portails/urssaf/inscriptions")),
                               Registration);
    }

    [[nodiscard]] QString depositedReference()
    {
        return registerPerson().status == 303 &&
                       QTest::qWaitFor([this] { return newest()[u"state"].toString() == u"en attente"; })
                   ? newest()[u"reference"].toString()
                   : QString();
    }

    [[nodiscard]] Answer push(const QByteArray& body, const QByteArray& type = "application/secevent+jwt")
    {
        return m_http.send("POST", m_sandbox.world(QStringLiteral("/portails/urssaf/evenements")), body,
                           {{"Content-Type", type}});
    }

    [[nodiscard]] static nlohmann::json decision(const QString& reference, const char* sense)
    {
        return {{"reference", reference.toStdString()}, {"decision", sense}, {"reason", sense}};
    }

    [[nodiscard]] int accountCount() { return static_cast<int>(state()[u"accounts"].toArray().size()); }

    Http m_http;
    StandInService m_service;
    RunningSandbox m_sandbox{m_service.url()};

private Q_SLOTS:
    void initTestCase()
    {
        // Nobody answers at first: the deposits must be tried again.
        QTRY_VERIFY(m_http.get(m_sandbox.world(QStringLiteral("/"))).status == 200);
        m_service.start();
    }

    void demonstrationRequests_serviceComesUp_depositedOnceEach()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_service.deposits().size(), OpenInData, 30'000);
        std::vector<nlohmann::json> deposits = m_service.deposits();
        const auto one = std::find_if(deposits.begin(), deposits.end(), [](const nlohmann::json& deposit) {
            return deposit.at("idempotencyKey") == "impots-R03";
        });
        QVERIFY(one != deposits.end());
        QCOMPARE(one->at("requestedAt").get<std::string>(), std::string("2026-11-20T17:47:00Z"));
        QCOMPARE(one->at("until").get<std::string>(), std::string("2027-12-31"));
        QCOMPARE(one->at("deadline").at("date").get<std::string>(), std::string("2026-11-23"));
        QCOMPARE(one->at("authorization").get<std::string>(), std::string("Bearer token-of-psp-impots"));
        QVERIFY(one->at("sirets").empty());
    }

    void complementAsked_answeredOnThePage_isHandedOn()
    {
        const QUrl page = m_sandbox.world(QStringLiteral("/portails/prodouane/"));
        QTRY_VERIFY(m_http.get(page).body.contains("compl\xC3\xA9ment demand\xC3\xA9"));
        const auto deposits = m_service.deposits();
        const auto asked = std::find_if(deposits.begin(), deposits.end(), [](const nlohmann::json& deposit) {
            return deposit.at("idempotencyKey") == "prodouane-R05";
        });
        QVERIFY(asked != deposits.end());
        QCOMPARE(asked->at("complement").at("askedAt").get<std::string>(),
                 std::string("2026-11-18T16:10:00Z"));

        QCOMPARE(m_http
                     .postForm(m_sandbox.world(QStringLiteral("/portails/prodouane/complements")),
                               {{QStringLiteral("request"), QStringLiteral("prodouane-R05")},
                                {QStringLiteral("answer"), QStringLiteral("p.nguyen@ormeval.example")}})
                     .status,
                 303);
        QCOMPARE(m_service.complementOf("PC-prodouane-R05"), std::string("p.nguyen@ormeval.example"));
        QVERIFY(!m_http.get(page).body.contains("compl\xC3\xA9ment demand\xC3\xA9"));
    }

    void register_goodForm_isDepositedAndShownEscaped()
    {
        QVERIFY(!depositedReference().isEmpty());
        const nlohmann::json deposit = m_service.deposits().back();
        QCOMPARE(deposit.at("siren").get<std::string>(), std::string("000058263"));
        QCOMPARE(deposit.at("rights").size(), std::size_t(2));
        QCOMPARE(deposit.at("rights").at(1).at("payment").get<bool>(), true);
        QCOMPARE(deposit.at("sirets").at(0).get<std::string>(), std::string("00005826300021"));

        const QByteArray page = m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/"))).body;
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; O&#39;Neil &amp; &quot;fils&quot;"));
        QVERIFY(!page.contains("<script>alert"));
    }

    void register_badForm_staysWithWordsAndEscapedFields()
    {
        const std::size_t before = m_service.deposits().size();
        Form form = Registration;
        form[4].second = QStringLiteral("\"><b>12");
        const Answer answer =
            m_http.postForm(m_sandbox.world(QStringLiteral("/portails/urssaf/inscriptions")), form);
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("neuf chiffres"));
        QVERIFY(answer.body.contains("&quot;&gt;&lt;b&gt;12"));
        QVERIFY(!answer.body.contains("<b>12"));
        QCOMPARE(m_service.deposits().size(), before);
    }

    void register_fromForeignPage_refused()
    {
        const Answer answer =
            m_http.postForm(m_sandbox.world(QStringLiteral("/portails/urssaf/inscriptions")), Registration,
                            {{"Origin", "https://evil.example"}});
        QCOMPARE(answer.status, 403);
    }

    void register_serviceRefuses_problemShownAndTriedAgain()
    {
        m_service.answerDepositsWith(503);
        QCOMPARE(registerPerson().status, 303);
        QTRY_VERIFY(!newest()[u"problem"].toString().isEmpty());
        QVERIFY(m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/suivi")))
                    .body.contains("&lt;b&gt;refusé"));
        const int calls = m_service.depositCalls();
        QTRY_VERIFY(m_service.depositCalls() > calls);
        m_service.answerDepositsWith(202);
        QTRY_COMPARE_WITH_TIMEOUT(newest()[u"state"].toString(), QStringLiteral("en attente"), 20'000);
    }

    void event_accepted_opensOneAccount()
    {
        const QString reference = depositedReference();
        const int before = accountCount();

        const QByteArray event =
            m_service.event("psp-urssaf", decision(reference, "accepted"), {{"jti", "accept-1"}});
        QCOMPARE(push(event).status, 202);
        QCOMPARE(push(event).status, 202);
        QCOMPARE(push(m_service.event("psp-urssaf", decision(reference, "accepted"), {{"jti", "accept-2"}}))
                     .status,
                 202);

        QCOMPARE(accountCount(), before + 1);
        QCOMPARE(newest()[u"state"].toString(), QStringLiteral("acceptée"));
        const Answer found =
            m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/scim/v2/Users?count=200")),
                       {{"Authorization", "Bearer demo-scim-urssaf"}});
        QVERIFY(found.body.contains(reference.toUtf8()));
        QVERIFY(
            m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/"))).body.contains("compte ouvert"));
    }

    void event_acceptedWithLimits_opensTheAccountWithFewerRights()
    {
        const QString reference = depositedReference();
        nlohmann::json limited = decision(reference, "accepted");
        limited["rights"] = {"CONSULTER"};
        limited["until"] = "2027-03-31";
        QCOMPARE(push(m_service.event("psp-urssaf", limited, {{"jti", "limited-1"}})).status, 202);
        const Answer found =
            m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/scim/v2/Users?count=200")),
                       {{"Authorization", "Bearer demo-scim-urssaf"}});
        bool opened = false;
        for (const QJsonValue user : found.json()[u"Resources"].toArray()) {
            const QJsonObject account =
                user[u"urn:ietf:params:scim:schemas:extension:proconnect:2.0:Account"].toObject();
            if (account[u"request"].toString() == reference) {
                opened = true;
                QCOMPARE(account[u"rights"].toArray().size(), 1);
                QCOMPARE(account[u"rights"][0][u"value"].toString(), QStringLiteral("CONSULTER"));
            }
        }
        QVERIFY(opened);
        const QByteArray page = m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/"))).body;
        QVERIFY(page.contains("avec moins de droits jusqu’au 2027-03-31"));
    }

    void event_question_isPutToThePerson()
    {
        const QString reference = depositedReference();
        const nlohmann::json question{
            {"reference", reference.toStdString()},
            {"portalReference", newest()[u"portalReference"].toString().toStdString()},
            {"question", "Pour quelle <agence> ?"},
            {"askedAt", "2026-11-23T07:30:00Z"}};
        nlohmann::json events{{"https://proconnect.gouv.fr/secevent/demande-decidee", nullptr}};
        events["https://proconnect.gouv.fr/secevent/complement-demande"] = question;
        QCOMPARE(push(m_service.event("psp-urssaf", {}, {{"jti", "question-1"}, {"events", events}})).status,
                 202);
        QCOMPARE(newest()[u"question"].toString(), QStringLiteral("Pour quelle <agence> ?"));
        QVERIFY(m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/")))
                    .body.contains("Pour quelle &lt;agence&gt; ?"));
        nlohmann::json unreadable{{"https://proconnect.gouv.fr/secevent/demande-decidee", nullptr}};
        unreadable["https://proconnect.gouv.fr/secevent/complement-demande"]["reference"] = "PC-1";
        QCOMPARE(
            push(m_service.event("psp-urssaf", {}, {{"jti", "question-2"}, {"events", unreadable}})).status,
            400);
    }

    void event_refused_marksRequest()
    {
        const QString reference = depositedReference();
        const int before = accountCount();
        QCOMPARE(
            push(m_service.event("psp-urssaf", decision(reference, "refused"), {{"jti", "refuse-1"}})).status,
            202);
        QCOMPARE(newest()[u"state"].toString(), QStringLiteral("refusée"));
        QCOMPARE(accountCount(), before);
    }

    void event_notTrustworthy_refusedWithCode_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const nlohmann::json content = decision(QStringLiteral("PC-none"), "accepted");
        const StandInService stranger;
        QByteArray altered = m_service.event("psp-urssaf", content);
        altered[altered.size() - 10] = altered[altered.size() - 10] == 'A' ? 'B' : 'A';
        QTest::newRow("other portal") << m_service.event("psp-impots", content) << "invalid_audience";
        QTest::newRow("other issuer")
            << m_service.event("psp-urssaf", content, {{"iss", "https://x.example"}}) << "invalid_issuer";
        QTest::newRow("other key") << stranger.event("psp-urssaf", content, {{"iss", m_service.url()}})
                                   << "invalid_key";
        QTest::newRow("altered") << altered << "invalid_key";
        QTest::newRow("type") << m_service.event("psp-urssaf", content, nlohmann::json::object(), "JWT")
                              << "invalid_request";
        QTest::newRow("subject") << m_service.event("psp-urssaf", content, {{"sub", "x"}})
                                 << "invalid_request";
        QTest::newRow("no jti") << m_service.event("psp-urssaf", content, {{"jti", nullptr}})
                                << "invalid_request";
        QTest::newRow("no event") << m_service.event("psp-urssaf", content, {{"events", nullptr}})
                                  << "invalid_request";
        QTest::newRow("unreadable") << QByteArray("a.b") << "invalid_request";
        QTest::newRow("decision") << m_service.event("psp-urssaf", decision(QStringLiteral("x"), "perhaps"),
                                                     {{"jti", "strange"}})
                                  << "invalid_request";
    }

    void event_notTrustworthy_refusedWithCode()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const Answer answer = push(body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()[u"err"].toString(), code);
    }

    void event_unknownRequestOrType_acknowledgedWithoutEffect()
    {
        const int before = accountCount();
        QCOMPARE(push(m_service.event("psp-urssaf", decision(QStringLiteral("PC-none"), "accepted"),
                                      {{"jti", "unknown-1"}}))
                     .status,
                 202);
        QCOMPARE(push(m_service.event("psp-urssaf", {},
                                      {{"jti", "unknown-2"},
                                       {"events",
                                        {{"https://x.example/e", {{"a", 1}}},
                                         {"https://proconnect.gouv.fr/secevent/demande-decidee", nullptr}}}}))
                     .status,
                 202);
        QCOMPARE(accountCount(), before);
        QCOMPARE(push("{}", "application/json").json()[u"err"].toString(), QStringLiteral("invalid_request"));
    }

    void stillDirector_button_showsAnswerWithDate()
    {
        const Answer asked =
            m_http.postForm(m_sandbox.world(QStringLiteral("/portails/urssaf/verifications")),
                            {{QStringLiteral("account"), QStringLiteral("URS-1e82c05a")}});
        QCOMPARE(asked.status, 303);
        const QByteArray page = m_http.get(m_sandbox.world(QStringLiteral("/portails/urssaf/"))).body;
        QVERIFY(page.contains("oui, Présidente, au 23/11/2026 08:00"));
    }
};

} // namespace proconnect::sandbox::test

QTEST_GUILESS_MAIN(proconnect::sandbox::test::PortalsTest)
#include "PortalsTest.moc"
