// SPDX-License-Identifier: MIT
#include "core/certification/Roles.h"
#include "tests/service/registries/CompanyBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Officers that are companies, followed to the humans who represent them.
class RneFollowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lookup_companyOfficer_isFollowedToItsHuman();
    void lookup_companyOfficerPerhapsGone_passesTheDoubtOn();
    void lookup_holdingWithTwoPowers_isReachedByBoth();
    void lookup_circleOfCompanies_ends();
    void lookup_circleBehindAnOfficer_isAskedOnce();
    void lookup_chainTooLong_staysACompany();
    void lookup_tooManyCompanies_areNotAllAsked();
    void lookup_officerCompanyCeased_leadsToNobody();
    void lookup_officerCompanyCeasedInSirene_leadsToNobody();
    void lookup_secondPowerOfAHolding_hasItsOwnDoubt();
};

void RneFollowingTest::lookup_companyOfficer_isFollowedToItsHuman()
{
    const ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (isLogin(request)) {
            return tokenReply();
        }
        return request.url.path().endsWith(u"000074914")
                   ? reply(200, companyWithOfficer("000074914", "000058263"))
                   : reply(200, fixture("rne-company.json"));
    });
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    const auto& officers = answer.value().officers;
    QVERIFY(!officers.isEmpty());
    QCOMPARE(officers[0].familyName, u"FABRE"_s);
    QCOMPARE(officers[0].roleCode, u"73"_s);
    QCOMPARE(http.count(u"/sso/login"_s), 1);
}

void RneFollowingTest::lookup_companyOfficerPerhapsGone_passesTheDoubtOn()
{
    for (const bool doubtful : {false, true}) {
        const ManualClock clock;
        QByteArray led = companyWithOfficer("000074914", "000058263");
        if (doubtful) {
            led.replace("\"roleEntreprise\"", "\"mentionDemissionOrdre\":{},\"roleEntreprise\"");
        }
        ScriptedHttpClient http(
            answering({{u"000074914"_s, led}, {u"000058263"_s, fixture("rne-company.json")}}));
        Units sirene;
        RneRegistry registry(http, clock, config(), sirene);
        const auto answer = registry.lookup(siren("000074914"));
        QVERIFY(answer.ok());
        const auto& claire = answer.value().officers.constFirst();
        QVERIFY(claire.individual);
        QCOMPARE(claire.familyName, u"FABRE"_s);
        QCOMPARE(claire.doubtful, doubtful);
    }
}

void RneFollowingTest::lookup_holdingWithTwoPowers_isReachedByBoth()
{
    // The holding is also what leads another company officer: known by three ways, hidden by none.
    QByteArray body = companyWithOfficer("000074914", "000058263");
    for (const char* another : {"000058263", "404833048"}) {
        body.replace("}]", QByteArray(R"(},{"typeDePersonne":"ENTREPRISE","roleEntreprise":"73",)") +
                               R"("entreprise":{"siren":")" + another + R"("}}])");
    }
    const ManualClock clock;
    ScriptedHttpClient http([&body](const OutgoingRequest& request) -> Outcome<HttpReply> {
        const QString path = request.url.path();
        return isLogin(request)              ? tokenReply()
               : path.endsWith(u"000074914") ? reply(200, body)
               : path.endsWith(u"404833048")
                   ? reply(200, companyWithOfficer("404833048", "000058263"))
                   : reply(200, R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)"
                                R"({"typeDePersonne":"INDIVIDU","roleEntreprise":"30","individu":)"
                                R"({"descriptionPersonne":{"nom":"FABRE"}}}]}}}}})");
    });
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().officers.size(), 3);
    for (const auto& officer : answer.value().officers) {
        QCOMPARE(officer.familyName, u"FABRE"_s);
        // Manager of the holding, chair of what the holding leads.
        QCOMPARE(officer.roleCode, u"73"_s);
        QCOMPARE(officer.function, certification::rneRoleLabel(u"73"_s));
        QVERIFY(officer.individual);
    }
    QCOMPARE(http.count(u"/companies/"_s), 3);
}

void RneFollowingTest::lookup_circleOfCompanies_ends()
{
    const ManualClock clock;
    ScriptedHttpClient http([](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (isLogin(request)) {
            return tokenReply();
        }
        return request.url.path().endsWith(u"000074914")
                   ? reply(200, companyWithOfficer("000074914", "000058263"))
                   : reply(200, companyWithOfficer("000058263", "000074914"));
    });
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    QCOMPARE(http.count(u"/companies/"_s), 2);
    // It leads to nobody: the company itself stays, so that nobody takes the silence for an end.
    QVERIFY(!answer.value().officers.isEmpty());
    QVERIFY(!answer.value().officers[0].individual);
}

void RneFollowingTest::lookup_circleBehindAnOfficer_isAskedOnce()
{
    const ManualClock clock;
    ScriptedHttpClient http(answering({{u"000074914"_s, companyWithOfficer("000074914", "000058263")},
                                       {u"000058263"_s, companyWithOfficer("000058263", "404833048")},
                                       {u"404833048"_s, companyWithOfficer("404833048", "000058263")}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    QVERIFY(registry.lookup(siren("000074914")).ok());
    QCOMPARE(http.count(u"/companies/"_s), 3);
}

void RneFollowingTest::lookup_chainTooLong_staysACompany()
{
    QHash<QString, QByteArray> bodies;
    for (int i = 1; i <= 6; ++i) {
        bodies.insert(sirenOf(i), companyWithOfficer(sirenOf(i).toLatin1(), sirenOf(i + 1).toLatin1()));
    }
    const ManualClock clock;
    ScriptedHttpClient http(answering(bodies));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(*SirenNumber::parse(sirenOf(1)));
    QVERIFY(answer.ok());
    QCOMPARE(http.count(u"/companies/"_s), 1 + 3);
    QVERIFY(!answer.value().officers.isEmpty());
    QVERIFY(!answer.value().officers[0].individual);
}

void RneFollowingTest::lookup_tooManyCompanies_areNotAllAsked()
{
    QHash<QString, QByteArray> bodies;
    QByteArray many = companyWithOfficer(sirenOf(1).toLatin1(), sirenOf(2).toLatin1());
    for (int i = 2; i <= 12; ++i) {
        many.replace("}]",
                     R"(},{"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":")" +
                         sirenOf(i + 1).toLatin1() + R"("}}])");
        bodies.insert(sirenOf(i), R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)"
                                  R"({"typeDePersonne":"INDIVIDU","roleEntreprise":"73","individu":)"
                                  R"({"descriptionPersonne":{"nom":"FABRE"}}}]}}}}})");
    }
    bodies.insert(sirenOf(1), many);
    const ManualClock clock;
    ScriptedHttpClient http(answering(bodies));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(*SirenNumber::parse(sirenOf(1)));
    QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.failure().detail));
    QCOMPARE(http.count(u"/companies/"_s), 1 + 8);
}

void RneFollowingTest::lookup_officerCompanyCeased_leadsToNobody()
{
    QByteArray ceased = fixture("rne-company.json");
    ceased.replace(R"("content":{)",
                   R"("content":{"detailCessationEntreprise":{"dateRadiation":"2020-01-01"},)");
    ceased.replace(R"("content": {)",
                   R"("content": {"detailCessationEntreprise":{"dateRadiation":"2020-01-01"},)");
    const ManualClock clock;
    ScriptedHttpClient http(answering(
        {{u"000074914"_s, companyWithOfficer("000074914", "000058263")}, {u"000058263"_s, ceased}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().officers.size(), 1);
    QVERIFY(!answer.value().officers[0].individual);
}

void RneFollowingTest::lookup_officerCompanyCeasedInSirene_leadsToNobody()
{
    const ManualClock clock;
    ScriptedHttpClient http(answering({{u"000074914"_s, companyWithOfficer("000074914", "000058263")},
                                       {u"000058263"_s, fixture("rne-company.json")}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    QVERIFY(registry.lookup(siren("000074914")).value().officers.constFirst().individual);
    // Once for each company that is followed, and not for the one asked for.
    QCOMPARE(sirene.asked, QStringList{u"000058263"_s});
    for (const auto state : {RegisteredCompany::State::Closed, RegisteredCompany::State::Duplicate,
                             RegisteredCompany::State::Unknown}) {
        sirene.state(state);
        const auto answer = registry.lookup(siren("000074914"));
        QCOMPARE(answer.value().officers.size(), 1);
        QVERIFY(!answer.value().officers[0].individual);
    }
    sirene.answer = Failure{FailureCode::SirenUnknown, {}, {}};
    QVERIFY(!registry.lookup(siren("000074914")).value().officers.constFirst().individual);
}

void RneFollowingTest::lookup_secondPowerOfAHolding_hasItsOwnDoubt()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace("}]", R"(},{"typeDePersonne":"ENTREPRISE","actif":"?","roleEntreprise":"70",)"
                       R"("entreprise":{"siren":"000058263"}}])");
    const ManualClock clock;
    ScriptedHttpClient http(answering({{u"000074914"_s, body}, {u"000058263"_s, ledByClaire("")}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto officers = registry.lookup(siren("000074914")).value().officers;
    QCOMPARE(officers.size(), 2);
    QCOMPARE(officers[0].roleCode, u"73"_s);
    QVERIFY(!officers[0].doubtful);
    QCOMPARE(officers[1].roleCode, u"70"_s);
    QVERIFY(officers[1].doubtful);
    QCOMPARE(http.count(u"/companies/"_s), 2);
}

QTEST_APPLESS_MAIN(RneFollowingTest)
#include "RneFollowingTest.moc"
