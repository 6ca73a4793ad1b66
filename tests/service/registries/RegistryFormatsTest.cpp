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
    void parseSireneEstablishments_strangeSiret_isLeftOut();
    void parseRneCompany_everyKindOfOfficer_isReadAsWritten();
    void parseRneCompany_establishments_comeWithTheirAddress();
    void parseRneCompany_struckOff_isClosed();
    void parseRneCompany_closingUnreadable_isNoActiveCompany_data();
    void parseRneCompany_closingUnreadable_isNoActiveCompany();
    void parseRneCompany_gone_countsOnEveryLevel_data();
    void parseRneCompany_gone_countsOnEveryLevel();
    void parseRneCompany_resignationDated_countsFromItsDay_data();
    void parseRneCompany_resignationDated_countsFromItsDay();
    void parseRneCompany_nothingSaysWhoLeads_isABadReply_data();
    void parseRneCompany_nothingSaysWhoLeads_isABadReply();
    void parseRneContent_soleTraderAndExploitation_areReadToo();
    void parseRcsOfficers_timestamp_isNeverRead();
    void parsers_damagedAnswers_failWithoutHarm_data();
    void parsers_damagedAnswers_failWithoutHarm();
};

namespace {

const QDate today(2026, 11, 23);

bool parseAnything(const QByteArray& body)
{
    const SirenNumber number = siren("000058263");
    const bool sirene = parseSireneUnit(body, number).ok();
    const bool establishments = parseSireneEstablishments(body, number).ok();
    const bool rne = parseRneCompany(body, number, today).ok();
    const bool rcs = parseRcsOfficers(body, number).ok();
    return sirene || establishments || rne || rcs;
}

} // namespace

void RegistryFormatsTest::parseSireneUnit_soleTrader_readsTheOpenPeriod()
{
    const auto answer = parseSireneUnit(fixture("sirene-unit.json"), siren("000041376"));
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
    const auto answer = parseSireneUnit(fixture("sirene-company.json"), siren("000058263"));
    QVERIFY(answer.ok());
    QCOMPARE(answer.value().company.name, u"MENUISERIE FABRE ET FILLES"_s);
    QCOMPARE(answer.value().company.activity, u"16.23Z"_s);
    QVERIFY(answer.value().officers.isEmpty());
}

void RegistryFormatsTest::parseSireneUnit_otherSiren_isABadReply()
{
    const auto answer = parseSireneUnit(fixture("sirene-company.json"), siren("000041376"));
    QCOMPARE(answer.failure().code, FailureCode::BadReply);
}

void RegistryFormatsTest::parseSireneUnit_closedUnit_saysSince()
{
    QByteArray body = fixture("sirene-company.json");
    body.replace("\"etatAdministratifUniteLegale\":\"A\"", "\"etatAdministratifUniteLegale\":\"C\"");
    const auto answer = parseSireneUnit(body, siren("000058263"));
    QCOMPARE(answer.value().company.state, RegisteredCompany::State::Closed);
    QCOMPARE(answer.value().company.closedOn, std::optional(QDate(1988, 9, 12)));
}

void RegistryFormatsTest::parseSireneEstablishments_strangeSiret_isLeftOut()
{
    const auto list = parseSireneEstablishments(fixture("sirene-establishments.json"), siren("000058263"));
    QVERIFY(list.ok());
    QCOMPARE(list.value().size(), 2);
    QCOMPARE(list.value()[0].label, u"VILLEURBANNE (si\u00E8ge)"_s);
    QCOMPARE(list.value()[0].address, u"27 RUE DE LA VARLOPE 69100 VILLEURBANNE"_s);
    QVERIFY(list.value()[0].headOffice && list.value()[0].open);
    QCOMPARE(list.value()[1].label, u"SAINT-ETIENNE"_s);
    QVERIFY(!list.value()[1].headOffice && !list.value()[1].open);
}

void RegistryFormatsTest::parseRneCompany_everyKindOfOfficer_isReadAsWritten()
{
    const auto company = parseRneCompany(fixture("rne-company.json"), siren("000058263"), today);
    QVERIFY(company.ok());
    const auto& officers = company.value().answer.officers;
    QCOMPARE(officers.size(), 6);

    QCOMPARE(officers[0].roleCode, u"73"_s);
    QCOMPARE(officers[0].function, u"Pr\u00E9sident de SAS"_s);
    QCOMPARE(officers[0].standing, RoleStanding::Represents);
    QCOMPARE(officers[0].birthCountry, u"FRA"_s);
    QVERIFY(officers[0].individual && officers[0].active && !officers[0].resigned);

    QVERIFY(officers[1].resigned);
    QVERIFY(officers[1].active);
    QCOMPARE(officers[1].givenNames, QStringList{u"BERNARD"_s});
    QCOMPARE(officers[1].birthDate, (CivilDate{1953, 2, 0}));

    QVERIFY(officers[2].masked);
    QVERIFY(!officers[2].active);
    QCOMPARE(officers[2].standing, RoleStanding::DoesNotRepresent);

    QVERIFY(officers[3].individual);
    QCOMPARE(officers[3].familyName, u"DELORME"_s);
    QCOMPARE(officers[3].birthCommune, u"99350"_s);

    QCOMPARE(company.value().companyOfficers.size(), 1);
    QCOMPARE(company.value().companyOfficers[0].siren, u"000074914"_s);
    QVERIFY(!company.value().companyOfficers[0].position.individual);

    QCOMPARE(officers[4].roleCode, u"53"_s);
    QCOMPARE(officers[4].givenNames, QStringList{u"LOUIS"_s});
    QCOMPARE(officers[5].standing, RoleStanding::Represents);
}

void RegistryFormatsTest::parseRneCompany_establishments_comeWithTheirAddress()
{
    const auto company = parseRneCompany(fixture("rne-company.json"), siren("000058263"), today);
    const RegisteredCompany& registered = company.value().answer.company;
    QCOMPARE(registered.address, u"27 RUE DE LA VARLOPE 69100 VILLEURBANNE"_s);
    QCOMPARE(registered.establishments.size(), 2);
    QVERIFY(registered.establishments[0].headOffice);
    QCOMPARE(registered.establishments[1].label, u"SAINT-ETIENNE"_s);
}

void RegistryFormatsTest::parseRneCompany_struckOff_isClosed()
{
    QByteArray body = fixture("rne-company.json");
    body.replace("\"adresseEntreprise\"",
                 "\"detailCessationEntreprise\":{\"dateRadiation\":\"2026-10-01\"},\"adresseEntreprise\"");
    const auto company = parseRneCompany(body, siren("000058263"), today);
    QCOMPARE(company.value().answer.company.state, RegisteredCompany::State::Closed);
    QCOMPARE(company.value().answer.company.closedOn, std::optional(QDate(2026, 10, 1)));
    body.replace("2026-10-01", "2027-10-01");
    const auto later = parseRneCompany(body, siren("000058263"), today);
    QCOMPARE(later.value().answer.company.state, RegisteredCompany::State::Active);
}

void RegistryFormatsTest::parseRneCompany_closingUnreadable_isNoActiveCompany_data()
{
    QTest::addColumn<QByteArray>("closing");
    for (const char* member : {"detailCessationEntreprise", "natureCessationEntreprise"}) {
        for (const char* value :
             {"\"2020-01-01\"", "\"C\"", "[{\"dateRadiation\":\"2020-01-01\"}]", "[]", "true", "20200101"}) {
            const QByteArray closing = QByteArray("\"") + member + "\":" + value;
            QTest::newRow(closing.constData()) << closing;
        }
    }
    QTest::newRow("French date") << QByteArray(
        R"("detailCessationEntreprise":{"dateRadiation":"01/01/2020"})");
    QTest::newRow("small letter") << QByteArray(
        R"("natureCessationEntreprise":{"etatAdministratifInsee":"c"})");
    QTest::newRow("in words") << QByteArray(
        R"("natureCessationEntreprise":{"etatAdministratifInsee":"Radi\u00e9e"})");
}

void RegistryFormatsTest::parseRneCompany_closingUnreadable_isNoActiveCompany()
{
    QFETCH(QByteArray, closing);
    const auto stateOf = [](const QByteArray& content) {
        return parseRneCompany(R"({"formality":{"content":{)" + content + "}}}", siren("000058263"), today)
            .value()
            .answer.company.state;
    };
    const QByteArray nobody = R"("personneMorale":{"composition":{"pouvoirs":[]}})";
    QCOMPARE(stateOf(nobody), RegisteredCompany::State::Active);
    QCOMPARE(stateOf(closing + ',' + nobody), RegisteredCompany::State::Unknown);
    if (closing.startsWith("\"detail")) {
        QCOMPARE(stateOf(R"("personneMorale":{)" + closing + R"(,"composition":{"pouvoirs":[]}})"),
                 RegisteredCompany::State::Unknown);
    }
}

namespace {

/// The officer that one power holds, of a person or of a company with its human.
OfficerRecord onlyOfficer(const QByteArray& power)
{
    const auto company = parseRneCompany(
        R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" + power + "]}}}}}",
        siren("000058263"), today);
    return company.value().answer.officers.constFirst();
}

} // namespace

void RegistryFormatsTest::parseRneCompany_gone_countsOnEveryLevel_data()
{
    QTest::addColumn<QByteArray>("power");
    QTest::newRow("power") << QByteArray(
        R"({"actif":false,"roleEntreprise":"73","individu":{"descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("individual") << QByteArray(
        R"({"roleEntreprise":"73","individu":{"actif":false,"descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("description") << QByteArray(
        R"({"roleEntreprise":"73","individu":{"descriptionPersonne":{"actif":false,"nom":"A"}}})");
    QTest::newRow("representative") << QByteArray(
        R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","representant":{"actif":false,)"
        R"("descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("representative's description")
        << QByteArray(R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","representant":{)"
                      R"("descriptionPersonne":{"actif":false,"nom":"A"}}})");
}

void RegistryFormatsTest::parseRneCompany_gone_countsOnEveryLevel()
{
    QFETCH(QByteArray, power);
    QVERIFY(!onlyOfficer(power).active);
    QVERIFY(!onlyOfficer(power).doubtful);
    QVERIFY(onlyOfficer(QByteArray(power).replace("false", "true")).active);
    QVERIFY(onlyOfficer(QByteArray(power).replace("false", "{}")).doubtful);
}

void RegistryFormatsTest::parseRneCompany_resignationDated_countsFromItsDay_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("gone");
    QTest::newRow("past") << QByteArray("2025-01-31") << true;
    QTest::newRow("today") << today.toString(Qt::ISODate).toLatin1() << true;
    QTest::newRow("tomorrow") << today.addDays(1).toString(Qt::ISODate).toLatin1() << false;
    QTest::newRow("with a time") << today.addDays(1).toString(Qt::ISODate).toLatin1() + "T00:00:00" << false;
    QTest::newRow("this month") << today.toString(u"yyyy-MM"_s).toLatin1() << true;
    QTest::newRow("next year") << QByteArray::number(today.year() + 1) << false;
}

void RegistryFormatsTest::parseRneCompany_resignationDated_countsFromItsDay()
{
    QFETCH(QByteArray, date);
    QFETCH(bool, gone);
    for (const char* mention : {"", "\"mentionDemissionOrdre\":true,"}) {
        const auto officer =
            onlyOfficer(QByteArray("{") + mention + R"("dateMentionDemissionOrdre":")" + date +
                        R"(","roleEntreprise":"73","individu":{"descriptionPersonne":)" + R"({"nom":"A"}}})");
        QCOMPARE(officer.resigned, gone);
        QCOMPARE(officer.doubtful, !gone);
    }
}

void RegistryFormatsTest::parseRneCompany_nothingSaysWhoLeads_isABadReply_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("read");
    QTest::newRow("nothing") << QByteArray("{}") << false;
    QTest::newRow("empty branch") << QByteArray(R"({"personneMorale":{}})") << false;
    QTest::newRow("branch of another type") << QByteArray(R"({"personneMorale":[]})") << false;
    QTest::newRow("composition of another type")
        << QByteArray(R"({"personneMorale":{"composition":[]}})") << false;
    QTest::newRow("powers of another type")
        << QByteArray(R"({"personneMorale":{"composition":{"pouvoirs":{}}}})") << false;
    QTest::newRow("powers of another type in the second branch")
        << QByteArray(R"({"personneMorale":{"composition":{"pouvoirs":[]}},)"
                      R"("exploitation":{"composition":{"pouvoirs":""}}})")
        << false;
    QTest::newRow("no composition")
        << QByteArray(R"({"personneMorale":{"identite":{"entreprise":{"denomination":"A"}}}})") << false;
    QTest::newRow("no powers") << QByteArray(R"({"personneMorale":{"composition":{}}})") << false;
    QTest::newRow("no powers, null") << QByteArray(R"({"personneMorale":{"composition":{"pouvoirs":null}}})")
                                     << false;
    QTest::newRow("sole trader without a description")
        << QByteArray(R"({"personnePhysique":{"identite":{"entrepreneur":{}}}})") << false;
    QTest::newRow("sole trader")
        << QByteArray(
               R"({"personnePhysique":{"identite":{"entrepreneur":{"descriptionPersonne":{"nom":"A"}}}}})")
        << true;
    QTest::newRow("no power") << QByteArray(R"({"personneMorale":{"composition":{"pouvoirs":[]}}})") << true;
}

void RegistryFormatsTest::parseRneCompany_nothingSaysWhoLeads_isABadReply()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, read);
    const auto company =
        parseRneCompany(R"({"formality":{"content":)" + content + "}}", siren("000058263"), today);
    QCOMPARE(company.ok(), read);
    if (!read) {
        QCOMPARE(company.failure().code, FailureCode::BadReply);
    }
}

void RegistryFormatsTest::parseRneContent_soleTraderAndExploitation_areReadToo()
{
    const QJsonObject human{{u"nom"_s, u"ROUSSEL"_s}};
    const QJsonObject soleTrader{
        {u"personnePhysique"_s,
         QJsonObject{{u"identite"_s,
                      QJsonObject{{u"entrepreneur"_s, QJsonObject{{u"descriptionPersonne"_s, human}}}}}}}};
    QCOMPARE(parseRneContent(soleTrader, today).officers.constFirst().standing, RoleStanding::Represents);

    const QJsonObject power{{u"typeDePersonne"_s, u"INDIVIDU"_s},
                            {u"roleEntreprise"_s, u"30"_s},
                            {u"individu"_s, QJsonObject{{u"descriptionPersonne"_s, human}}}};
    const QJsonObject common{
        {u"exploitation"_s,
         QJsonObject{{u"composition"_s, QJsonObject{{u"pouvoirs"_s, QJsonArray{power}}}}}}};
    QCOMPARE(parseRneContent(common, today).officers.constFirst().familyName, u"ROUSSEL"_s);
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
