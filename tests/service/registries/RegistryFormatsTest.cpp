// SPDX-License-Identifier: MIT
#include "service/registries/RcsFormat.h"
#include "service/registries/RneFormat.h"
#include "service/registries/SireneFormat.h"
#include "tests/service/registries/Fixture.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace proconnect;
using namespace proconnect::certification;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

class RegistryFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseSireneUnit_soleTrader_readsTheOpenPeriod();
    void parseSireneUnit_company_hasNoOfficer();
    void parseSireneUnit_otherSiren_isABadReply();
    void parseSireneUnit_closedUnit_saysSince();
    void parseSireneUnit_noLegalFormToday_isABadReply_data();
    void parseSireneUnit_noLegalFormToday_isABadReply();
    void parseSireneUnit_severalPeriods_countFromTheirDays_data();
    void parseSireneUnit_severalPeriods_countFromTheirDays();
    void officerOfSirene_nameOfALaterPeriod_isNoNameYet();
    void parseSireneEstablishments_strangeSiret_isLeftOut();
    void parseRcsOfficers_timestamp_isNeverRead();
    void parseRcsOfficers_severalInASoleOffice_areADoubt_data();
    void parseRcsOfficers_severalInASoleOffice_areADoubt();
    void parsers_damagedAnswers_failWithoutHarm_data();
    void parsers_damagedAnswers_failWithoutHarm();
};

namespace {

const QDate today(2026, 11, 23);

bool parseAnything(const QByteArray& body)
{
    const SirenNumber number = siren("000058263");
    const bool sirene = parseSireneUnit(body, number, today).ok();
    const bool establishments = parseSireneEstablishments(body, number, today).ok();
    const bool rne = parseRneCompany(body, number, today).ok();
    const bool rcs = parseRcsOfficers(body, number).ok();
    return sirene || establishments || rne || rcs;
}

} // namespace

void RegistryFormatsTest::parseSireneUnit_soleTrader_readsTheOpenPeriod()
{
    const auto answer = parseSireneUnit(fixture("sirene-unit.json"), siren("000041376"), today);
    QVERIFY(answer.ok());
    const RegisteredCompany& company = answer.value().company;
    QCOMPARE(company.legalForm, u"1000"_s);
    QCOMPARE(company.name, u"ELODIE MARCHAND"_s);
    QCOMPARE(company.state, RegisteredCompany::State::Active);
    const OfficerRecord& officer = answer.value().officers.constFirst();
    QCOMPARE(officer.familyName, u"ROUSSEL"_s);
    QCOMPARE(officer.usageName, u"MARCHAND"_s);
    QCOMPARE(officer.givenNames, (QStringList{u"ELODIE"_s, u"ANNE"_s}));
    QCOMPARE(officer.birthDate, (CivilDate{1985, 6, 17}));
    QCOMPARE(officer.birthCommune, u"63113"_s);
    QCOMPARE(officer.gender, RegisteredGender::Female);
    QCOMPARE(officer.standing, RoleStanding::Represents);
}

void RegistryFormatsTest::parseSireneUnit_company_hasNoOfficer()
{
    const auto answer = parseSireneUnit(fixture("sirene-company.json"), siren("000058263"), today);
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().company.name, u"MENUISERIE FABRE ET FILLES"_s);
    QCOMPARE(answer.value().company.activity, u"16.23Z"_s);
    QVERIFY(answer.value().officers.isEmpty());
}

void RegistryFormatsTest::parseSireneUnit_otherSiren_isABadReply()
{
    const auto answer = parseSireneUnit(fixture("sirene-company.json"), siren("000041376"), today);
    QCOMPARE(answer.failure().code, FailureCode::BadReply);
}

void RegistryFormatsTest::parseSireneUnit_closedUnit_saysSince()
{
    QByteArray body = fixture("sirene-company.json");
    body.replace("\"etatAdministratifUniteLegale\":\"A\"", "\"etatAdministratifUniteLegale\":\"C\"");
    const auto answer = parseSireneUnit(body, siren("000058263"), today);
    QCOMPARE(answer.value().company.state, RegisteredCompany::State::Closed);
    QCOMPARE(answer.value().company.closedOn, std::optional(QDate(1988, 9, 12)));
}

void RegistryFormatsTest::parseSireneUnit_noLegalFormToday_isABadReply_data()
{
    QTest::addColumn<QByteArray>("periods");
    const QByteArray form = R"("etatAdministratifUniteLegale":"A","categorieJuridiqueUniteLegale":"5710")";
    QTest::newRow("renamed") << QByteArray(
        R"([{"etatAdministratifUniteLegale":"A","formeJuridique":"5710"}])");
    QTest::newRow("no digits") << QByteArray(
        R"([{"etatAdministratifUniteLegale":"A","categorieJuridiqueUniteLegale":"SAS "}])");
    QTest::newRow("three digits") << QByteArray(
        R"([{"etatAdministratifUniteLegale":"A","categorieJuridiqueUniteLegale":"571"}])");
    QTest::newRow("an object") << "{" + form + "}";
    QTest::newRow("no period") << QByteArray("[]");
    QTest::newRow("all ended") << R"([{"dateFin":"2020-01-01",)" + form + "}]";
    QTest::newRow("ended on a day that nobody can read") << R"([{"dateFin":{},)" + form + "}]";
    QTest::newRow("not begun") << R"([{"dateDebut":"2999-01-01",)" + form + "}]";
}

void RegistryFormatsTest::parseSireneUnit_noLegalFormToday_isABadReply()
{
    QFETCH(QByteArray, periods);
    const auto answer =
        parseSireneUnit(R"({"uniteLegale":{"siren":"000058263","periodesUniteLegale":)" + periods + "}}",
                        siren("000058263"), today);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.failure().code, FailureCode::BadReply);
}

void RegistryFormatsTest::parseSireneUnit_severalPeriods_countFromTheirDays_data()
{
    using State = RegisteredCompany::State;
    QTest::addColumn<QList<QByteArray>>("periods"); // state and dates
    QTest::addColumn<State>("state");
    const QByteArray active = R"({"etatAdministratifUniteLegale":"A")";
    const QByteArray ceased = R"({"etatAdministratifUniteLegale":"C")";
    using Periods = QList<QByteArray>;
    QTest::newRow("ceases later") << Periods{ceased + R"(,"dateDebut":"2999-01-01")",
                                             active + R"(,"dateFin":"2998-12-31")"}
                                  << State::Active;
    QTest::newRow("ceases today") << Periods{ceased + R"(,"dateDebut":"2026-11-23")",
                                             active + R"(,"dateFin":"2026-11-23")"}
                                  << State::Closed;
    QTest::newRow("ceases tomorrow") << Periods{ceased + R"(,"dateDebut":"2026-11-24")",
                                                active + R"(,"dateFin":"2026-11-23")"}
                                     << State::Active;
    QTest::newRow("two open, the ceased one later")
        << Periods{active + R"(,"dateDebut":"2010-01-01")", ceased + R"(,"dateDebut":"2024-01-01")"}
        << State::Unknown;
    QTest::newRow("two open, the ceased one first") << Periods{ceased, active} << State::Unknown;
    QTest::newRow("two open without days") << Periods{active, ceased} << State::Unknown;
    QTest::newRow("two open that agree") << Periods{ceased, ceased} << State::Closed;
}

void RegistryFormatsTest::parseSireneUnit_severalPeriods_countFromTheirDays()
{
    QFETCH(QList<QByteArray>, periods);
    QFETCH(RegisteredCompany::State, state);
    QByteArray list;
    for (const QByteArray& period : periods) {
        list += (list.isEmpty() ? "" : ",") + period + R"(,"categorieJuridiqueUniteLegale":"5710"})";
    }
    const auto answer =
        parseSireneUnit(R"({"uniteLegale":{"siren":"000058263","periodesUniteLegale":[)" + list + "]}}",
                        siren("000058263"), today);
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().company.state, state);
}

void RegistryFormatsTest::officerOfSirene_nameOfALaterPeriod_isNoNameYet()
{
    const QJsonObject unit{
        {u"periodesUniteLegale"_s,
         QJsonArray{QJsonObject{{u"dateDebut"_s, u"2999-01-01"_s}, {u"nomUniteLegale"_s, u"DURAND"_s}},
                    QJsonObject{{u"dateFin"_s, u"2998-12-31"_s}, {u"nomUniteLegale"_s, u"FABRE"_s}}}}};
    const OfficerRecord officer = officerOfSirene(unit, today);
    QCOMPARE(officer.familyName, u"FABRE"_s);
    QVERIFY(!officer.doubtful);
}

void RegistryFormatsTest::parseSireneEstablishments_strangeSiret_isLeftOut()
{
    const auto list =
        parseSireneEstablishments(fixture("sirene-establishments.json"), siren("000058263"), today);
    QVERIFY(list.ok());
    QCOMPARE(list.value().size(), 2);
    QCOMPARE(list.value()[0].label, u"VILLEURBANNE (si\u00E8ge)"_s);
    QCOMPARE(list.value()[0].address, u"27 RUE DE LA VARLOPE 69100 VILLEURBANNE"_s);
    QVERIFY(list.value()[0].headOffice && list.value()[0].open);
    QCOMPARE(list.value()[1].label, u"SAINT-ETIENNE"_s);
    QVERIFY(!list.value()[1].headOffice && !list.value()[1].open);
}

void RegistryFormatsTest::parseRcsOfficers_timestamp_isNeverRead()
{
    const auto answer = parseRcsOfficers(fixture("rcs-officers.json"), siren("000058263"));
    QVERIFY(answer.ok());
    const auto& officers = answer.value().officers;
    QCOMPARE(officers.size(), 3);
    QCOMPARE(officers[0].birthDate, (CivilDate{1982, 11, 3}));
    QCOMPARE(officers[0].standing, RoleStanding::Represents);
    QVERIFY(!officers[1].individual);
    QVERIFY(officers[2].birthDate.absent());
    QCOMPARE(officers[2].standing, RoleStanding::Ambiguous);
}

void RegistryFormatsTest::parseRcsOfficers_severalInASoleOffice_areADoubt_data()
{
    QTest::addColumn<QByteArrayList>("functions"); // each of somebody else
    QTest::addColumn<bool>("doubtful");
    QTest::newRow("one chair") << QByteArrayList{"PRESIDENT"} << false;
    QTest::newRow("two chairs") << QByteArrayList{"PRESIDENT", "PRESIDENTE DE SAS"} << true;
    QTest::newRow("a manager and a chair") << QByteArrayList{"GERANT", "PRESIDENT"} << true;
    QTest::newRow("a chair and chief executive, and a chair of the board")
        << QByteArrayList{"PDG", "PRESIDENT DU CONSEIL D'ADMINISTRATION"} << true;
    QTest::newRow("a chair and chief executive, and a chief executive")
        << QByteArrayList{"PRESIDENT DIRECTEUR GENERAL", "DIRECTEUR GENERAL"} << true;
    QTest::newRow("two chairs of the executive board")
        << QByteArrayList{"PRESIDENT DU DIRECTOIRE", "PRESIDENTE DU DIRECTOIRE"} << true;
    QTest::newRow("two sole chief executives")
        << QByteArrayList{"DIRECTEUR GENERAL UNIQUE", "DIRECTEUR GENERAL UNIQUE"} << true;
    QTest::newRow("a liquidator and a manager") << QByteArrayList{"LIQUIDATEUR AMIABLE", "GERANTE"} << true;
    QTest::newRow("a provisional administrator and a chair")
        << QByteArrayList{"ADMINISTRATEUR PROVISOIRE", "PRESIDENT"} << true;
    QTest::newRow("a liquidator and an associate") << QByteArrayList{"LIQUIDATEUR", "ASSOCIE"} << false;
    QTest::newRow("two managers") << QByteArrayList{"GERANT", "COGERANT"} << false;
    QTest::newRow("a chair and a chief executive")
        << QByteArrayList{"PRESIDENT", "DIRECTEUR GENERAL"} << false;
    QTest::newRow("a chair and chief executive, and a deputy")
        << QByteArrayList{"PDG", "DIRECTEUR GENERAL DELEGUE"} << false;
}

void RegistryFormatsTest::parseRcsOfficers_severalInASoleOffice_areADoubt()
{
    QFETCH(QByteArrayList, functions);
    QFETCH(bool, doubtful);
    QByteArrayList entries;
    for (const QByteArray& function : functions) {
        const QByteArray name(1, static_cast<char>('A' + entries.size()));
        entries.append(R"({"data":{"type":"personne_physique","fonction":")" + function + R"(","nom":"LE)" +
                       name + R"(","prenom":"CLAIRE","date_naissance":"1982-11-03"}})");
    }
    entries.append(R"({"data":{"type":"personne_physique","fonction":"ADMINISTRATEUR","nom":"MOREL"}})");
    const auto answer = parseRcsOfficers(R"({"data":[)" + entries.join(',') + "]}", siren("000058263"));
    QVERIFY(answer.ok());
    const auto& officers = answer.value().officers;
    QCOMPARE(officers.size(), entries.size());
    QVERIFY(!officers.last().doubtful);
    for (qsizetype i = 0; i < functions.size(); ++i) {
        QCOMPARE(officers[i].doubtful, doubtful);
    }
}

void RegistryFormatsTest::parsers_damagedAnswers_failWithoutHarm_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char* name : {"sirene-unit.json", "sirene-company.json", "sirene-establishments.json",
                             "rne-company.json", "rcs-officers.json"}) {
        QTest::newRow(name) << fixture(name);
    }
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("null data") << QByteArray(R"({"data":[null],"uniteLegale":null,"formality":[]})");
}

void RegistryFormatsTest::parsers_damagedAnswers_failWithoutHarm()
{
    QFETCH(QByteArray, body);
    QRandomGenerator random(20261123);
    int cutThatParsed = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray damaged = body;
        const int changes = random.bounded(1, 9);
        for (int j = 0; j < changes && !damaged.isEmpty(); ++j) {
            damaged[random.bounded(damaged.size())] = static_cast<char>(random.bounded(256));
        }
        parseAnything(damaged);
        const auto cut = body.first(body.isEmpty() ? 0 : random.bounded(body.size()));
        cutThatParsed += parseAnything(cut) ? 1 : 0;
        QByteArray noise(random.bounded(200), '\0');
        for (char& c : noise) {
            c = static_cast<char>(random.bounded(256));
        }
        QVERIFY(!parseAnything(noise));
    }
    // The fixtures end with a line end, which alone may go.
    QVERIFY(cutThatParsed < 20);
}

QTEST_APPLESS_MAIN(RegistryFormatsTest)
#include "RegistryFormatsTest.moc"
