// SPDX-License-Identifier: MIT
#include "tests/service/registries/CompanyBench.h"

#include <QTest>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// What is left of an answer when a company behind an officer is silent, ceased, or was left by somebody.
class CompanyTrailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lookup_sireneSilentAboutAFollowedCompany_keepsTheOthers();
    void lookup_followedCompanyUnavailable_keepsTheOthers_data();
    void lookup_followedCompanyUnavailable_keepsTheOthers();
    void lookup_followedCompanyDoesNotSayWhoLeads_leadsToNobody_data();
    void lookup_followedCompanyDoesNotSayWhoLeads_leadsToNobody();
    void lookup_secondRoleOfTheCompany_isHandedOn();
    void lookup_whoLeftTheHolding_isNotAmongTheOfficers();
    void lookup_whoAlsoLeftTheHolding_isADoubt_data();
    void lookup_whoAlsoLeftTheHolding_isADoubt();
    void lookup_namedRepresentativeWhoLeftTheCompany_isADoubt();
    void lookup_namedRepresentativeOfACeasedCompany_leadsToNobody();
    void lookup_entriesThatListEachOtherAgainAndAgain_endSoon();
    void parseRneCompany_oneCompanyAgainAndAgain_endsSoon();
};

void CompanyTrailTest::lookup_sireneSilentAboutAFollowedCompany_keepsTheOthers()
{
    const ManualClock clock;
    ScriptedHttpClient http(answering(
        {{u"000074914"_s, companyWithOfficer("000074914", "000058263")}, {u"000058263"_s, ledByClaire("")}}));
    Units sirene;
    sirene.answer = Failure{FailureCode::RegistryUnavailable, {}, {}};
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.value().incomplete);
    QVERIFY(answer.value().officers.isEmpty());
    sirene.state(RegisteredCompany::State::Active);
    QVERIFY(!registry.lookup(siren("000074914")).value().incomplete);
}

void CompanyTrailTest::lookup_followedCompanyUnavailable_keepsTheOthers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("silent") << 500 << QByteArray();
    QTest::newRow("says nothing") << 200 << QByteArray(R"({"formality":{}})");
}

void CompanyTrailTest::lookup_followedCompanyUnavailable_keepsTheOthers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    const ManualClock clock;
    ScriptedHttpClient http([&](const OutgoingRequest& request) -> Outcome<HttpReply> {
        if (isLogin(request)) {
            return tokenReply();
        }
        return request.url.path().endsWith(u"000074914") ? reply(200, ledByTheHoldingAndAHuman())
                                                         : reply(status, body);
    });
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    QVERIFY(answer.value().incomplete);
    QCOMPARE(answer.value().officers.size(), 1);
    QCOMPARE(answer.value().officers[0].familyName, u"MARTIN"_s);
    QVERIFY(answer.value().officers[0].resigned);
}

void CompanyTrailTest::lookup_followedCompanyDoesNotSayWhoLeads_leadsToNobody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("refusedBySirene");
    const QByteArray led = ledByClaire("");
    QTest::newRow("no composition") << QByteArray(R"({"formality":{"content":{"personneMorale":{}}}})")
                                    << false;
    // A branch that nobody can read, beside one that can be read.
    QTest::newRow("says a part") << QByteArray(led).replace(
                                        R"("content":{)", R"("content":{"exploitation":{"composition":[]},)")
                                 << false;
    QTest::newRow("a branch that is a list")
        << QByteArray(led).replace(R"("content":{)", R"("content":{"exploitation":[],)") << false;
    QTest::newRow("refused by SIRENE") << led << true;
}

void CompanyTrailTest::lookup_followedCompanyDoesNotSayWhoLeads_leadsToNobody()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, refusedBySirene);
    const ManualClock clock;
    ScriptedHttpClient http(
        answering({{u"000074914"_s, ledByTheHoldingAndAHuman()}, {u"000058263"_s, body}}));
    Units sirene;
    if (refusedBySirene) {
        sirene.answer = Failure{FailureCode::NotAllowed, {}, {}};
    }
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(siren("000074914"));
    QVERIFY(answer.ok());
    QVERIFY(!answer.value().incomplete);
    QCOMPARE(answer.value().officers.size(), 2);
    QVERIFY(!answer.value().officers[1].individual);
    // Asked for itself, it says a part, or nothing: then another register is asked.
    const auto alone = registry.lookup(siren("000058263"));
    QCOMPARE(alone.ok(), body.contains("pouvoirs"));
    if (alone.ok()) {
        QCOMPARE(alone.value().incomplete, !refusedBySirene);
    } else {
        QCOMPARE(alone.failure().code, FailureCode::RegistryUnavailable);
    }
}

void CompanyTrailTest::lookup_secondRoleOfTheCompany_isHandedOn()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace(R"("roleEntreprise":"73")", R"("roleEntreprise":"73","secondRoleEntreprise":"70")");
    const ManualClock clock;
    ScriptedHttpClient http(answering({{u"000074914"_s, body}, {u"000058263"_s, ledByClaire("")}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto officers = registry.lookup(siren("000074914")).value().officers;
    QCOMPARE(officers.size(), 1);
    QCOMPARE(officers[0].roleCode, u"73"_s);
    QCOMPARE(officers[0].otherRoleCode, u"70"_s);
}

void CompanyTrailTest::lookup_whoLeftTheHolding_isNotAmongTheOfficers()
{
    for (const char* gone : {R"("mentionDemissionOrdre":true,)", R"("actif":false,)"}) {
        const ManualClock clock;
        ScriptedHttpClient http(answering({{u"000074914"_s, companyWithOfficer("000074914", "000058263")},
                                           {u"000058263"_s, ledByClaire(gone)}}));
        Units sirene;
        RneRegistry registry(http, clock, config(), sirene);
        const auto officers = registry.lookup(siren("000074914")).value().officers;
        // Nobody is left there: the holding itself.
        QCOMPARE(officers.size(), 1);
        QVERIFY(!officers[0].individual);
    }
}

void CompanyTrailTest::lookup_whoAlsoLeftTheHolding_isADoubt_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("doubtful");
    QTest::newRow("resigned") << power("FABRE", "CLAIRE", "30", resigned) << true;
    QTest::newRow("inactive") << power("FABRE", "CLAIRE", "30", R"("actif":false,)") << true;
    QTest::newRow("resigned, spelled otherwise") << power("FABRES", "CLAIRE HELENE", "29", resigned) << true;
    QTest::newRow("resigned from another position") << power("FABRE", "CLAIRE", "53", resigned) << false;
    QTest::newRow("somebody else resigned") << power("MARTIN", "JULIE", "30", resigned) << false;
    QByteArrayList many;
    for (int i = 0; i < 200; ++i) {
        many.append(power("MARTIN", "JULIE", "30", resigned));
    }
    QTest::newRow("too many resigned to tell apart") << many.join(',') << true;
}

void CompanyTrailTest::lookup_whoAlsoLeftTheHolding_isADoubt()
{
    QFETCH(QByteArray, other);
    QFETCH(bool, doubtful);
    const ManualClock clock;
    ScriptedHttpClient http(
        answering({{u"000074914"_s, companyWithOfficer("000074914", "000058263")},
                   {u"000058263"_s, ledBy({power("FABRE", "CLAIRE", "30", ""), other})}}));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto officers = registry.lookup(siren("000074914")).value().officers;
    QCOMPARE(officers.size(), 1);
    QCOMPARE(officers[0].familyName, u"FABRE"_s);
    QCOMPARE(officers[0].doubtful, doubtful);
}

void CompanyTrailTest::lookup_namedRepresentativeWhoLeftTheCompany_isADoubt()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace("}]", R"(,"representant":{"descriptionPersonne":{"nom":"FABRE","prenoms":["CLAIRE"],)"
                       R"("dateDeNaissance":"1982-11-03"}}}])");
    const QByteArray gone = power("FABRE", "CLAIRE", "30", resigned);
    const QByteArray another = power("MARTIN", "JULIE", "30", "");
    const QList<std::pair<QByteArrayList, bool>> holdings{
        {{another}, false}, // a representative need not lead the company
        {{another, gone}, true},
        {{another, gone, power("FABRE", "CLAIRE", "53", "")}, false}};
    for (const auto& [powers, doubtful] : holdings) {
        const ManualClock clock;
        ScriptedHttpClient http(answering({{u"000074914"_s, body}, {u"000058263"_s, ledBy(powers)}}));
        Units sirene;
        RneRegistry registry(http, clock, config(), sirene);
        const auto officers = registry.lookup(siren("000074914")).value().officers;
        QCOMPARE(officers.size(), 1);
        QVERIFY(officers[0].individual);
        QCOMPARE(officers[0].doubtful, doubtful);
    }
}

void CompanyTrailTest::lookup_namedRepresentativeOfACeasedCompany_leadsToNobody()
{
    QByteArray body = companyWithOfficer("000074914", "000058263");
    body.replace("}]", R"(,"representant":{"descriptionPersonne":{"nom":"FABRE","prenoms":["CLAIRE"]}}}])");
    const QByteArray active = ledByClaire("");
    QByteArray ceased = active;
    ceased.replace(R"("content":{)",
                   R"("content":{"detailCessationEntreprise":{"dateRadiation":"2020-01-01"},)");
    const ManualClock clock;
    ScriptedHttpClient http(answering({{u"000074914"_s, body}, {u"000058263"_s, active}}));
    ScriptedHttpClient late(answering({{u"000074914"_s, body}, {u"000058263"_s, ceased}}));
    ScriptedHttpClient notThere([&](const OutgoingRequest& request) -> Outcome<HttpReply> {
        return isLogin(request)                            ? tokenReply()
               : request.url.path().endsWith(u"000074914") ? reply(200, body)
                                                           : reply(404, {});
    });
    Units sirene;
    const auto isFollowed = [&](ScriptedHttpClient& rne) {
        RneRegistry registry(rne, clock, config(), sirene);
        const auto answer = registry.lookup(siren("000074914"));
        return !answer.value().incomplete && answer.value().officers.size() == 1 &&
               answer.value().officers[0].individual;
    };
    QVERIFY(isFollowed(http));
    QVERIFY(!isFollowed(late));
    QByteArray numberless = body;
    numberless.replace(R"("siren":"000058263")", R"("siren":null)");
    ScriptedHttpClient foreign(answering({{u"000074914"_s, numberless}}));
    QVERIFY(!isFollowed(foreign));
    QVERIFY(isFollowed(notThere)); // an association
    sirene.state(RegisteredCompany::State::Closed);
    QVERIFY(!isFollowed(http));
    QVERIFY(!isFollowed(notThere));
    sirene.answer = Failure{FailureCode::RegistryUnavailable, {}, {}};
    QVERIFY(!isFollowed(http));
}

void CompanyTrailTest::lookup_entriesThatListEachOtherAgainAndAgain_endSoon()
{
    // Each of five companies lists the next a thousand times: 10^15 ways to the one human.
    QHash<QString, QByteArray> bodies;
    for (int i = 1; i <= 4; ++i) {
        QByteArray powers;
        for (int again = 0; again < 1000; ++again) {
            powers += R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":")" +
                      sirenOf(i + 1).toLatin1() + R"("}},)";
        }
        powers.chop(1);
        bodies.insert(sirenOf(i),
                      R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" + powers +
                          "]}}}}}");
    }
    bodies.insert(sirenOf(4), ledByClaire(""));
    const ManualClock clock;
    ScriptedHttpClient http(answering(bodies));
    Units sirene;
    RneRegistry registry(http, clock, config(), sirene);
    const auto answer = registry.lookup(*SirenNumber::parse(sirenOf(1)));
    QVERIFY(answer.ok());
    QVERIFY(answer.value().officers.size() < 10'000);
}

void CompanyTrailTest::parseRneCompany_oneCompanyAgainAndAgain_endsSoon()
{
    // In office and gone, twenty thousand times each: one with the other, they are four hundred million.
    QByteArrayList powers;
    for (const char* entry :
         {R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":"000058263"}})",
          R"({"actif":"N","roleEntreprise":"30","entreprise":{"siren":"000058263"}})"}) {
        for (int again = 0; again < 20'000; ++again) {
            powers.append(entry);
        }
    }
    const auto company = parseRneCompany(ledBy(powers), siren("000074914"), QDate(2026, 11, 23));
    QVERIFY(company.ok());
    QCOMPARE(company.value().companyOfficers.size(), 20'000);
    QVERIFY(!company.value().companyOfficers.last().position.doubtful);
}

QTEST_APPLESS_MAIN(CompanyTrailTest)
#include "CompanyTrailTest.moc"
