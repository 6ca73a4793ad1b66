// SPDX-License-Identifier: MIT
#include "service/registries/RneFormat.h"

#include "tests/service/registries/Fixture.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace proconnect;
using namespace proconnect::certification;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

/// The officer that one power holds, of a person or of a company with its human.
OfficerRecord onlyOfficer(const QByteArray& power)
{
    const auto company = parseRneCompany(
        R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" + power + "]}}}}}",
        siren("000058263"), today);
    return company.value().companyOfficers.isEmpty() ? company.value().answer.officers.constFirst()
                                                     : company.value().companyOfficers.constFirst().position;
}

} // namespace

/// The answers of the RNE, read.
class RneFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseRneCompany_everyKindOfOfficer_isReadAsWritten();
    void parseRneCompany_establishments_comeWithTheirAddress();
    void parseRneCompany_ofAnotherSiren_isABadReply();
    void parseRneCompany_struckOff_isClosed();
    void parseRneCompany_closingUnreadable_isNoActiveCompany_data();
    void parseRneCompany_closingUnreadable_isNoActiveCompany();
    void parseRneCompany_gone_countsOnEveryLevel_data();
    void parseRneCompany_gone_countsOnEveryLevel();
    void parseRneCompany_resignationDated_countsFromItsDay_data();
    void parseRneCompany_resignationDated_countsFromItsDay();
    void parseRneCompany_nothingSaysWhoLeads_isIncomplete_data();
    void parseRneCompany_nothingSaysWhoLeads_isIncomplete();
    void parseRneCompany_onePartUnreadable_isIncomplete();
    void parseRneCompany_companyAlsoGone_isADoubt_data();
    void parseRneCompany_companyAlsoGone_isADoubt();
    void parseRneCompany_companyAlsoGoneWrittenOtherwise_isADoubt_data();
    void parseRneCompany_companyAlsoGoneWrittenOtherwise_isADoubt();
    void parseRneContent_soleTraderAndExploitation_areReadToo();
};

void RneFormatTest::parseRneCompany_everyKindOfOfficer_isReadAsWritten()
{
    const auto company = parseRneCompany(fixture("rne-company.json"), siren("000058263"), today);
    QVERIFY(company.ok());
    const auto& officers = company.value().answer.officers;
    QCOMPARE(officers.size(), 5);

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

    const auto& companies = company.value().companyOfficers;
    QCOMPARE(companies.size(), 2);
    QCOMPARE(companies[0].siren, u"000062133"_s);
    QVERIFY(companies[0].position.individual);
    QCOMPARE(companies[0].position.familyName, u"DELORME"_s);
    QCOMPARE(companies[0].position.birthCommune, u"99350"_s);
    QCOMPARE(companies[1].siren, u"000074914"_s);
    QVERIFY(!companies[1].position.individual);

    QCOMPARE(officers[3].roleCode, u"53"_s);
    QCOMPARE(officers[3].otherRoleCode, u"65"_s);
    QCOMPARE(officers[3].givenNames, QStringList{u"LOUIS"_s});
    QCOMPARE(officers[4].standing, RoleStanding::Represents);
}

void RneFormatTest::parseRneCompany_establishments_comeWithTheirAddress()
{
    const auto company = parseRneCompany(fixture("rne-company.json"), siren("000058263"), today);
    const RegisteredCompany& registered = company.value().answer.company;
    QCOMPARE(registered.address, u"27 RUE DE LA VARLOPE 69100 VILLEURBANNE"_s);
    QCOMPARE(registered.establishments.size(), 2);
    QVERIFY(registered.establishments[0].headOffice);
    QCOMPARE(registered.establishments[1].label, u"SAINT-ETIENNE"_s);
}

void RneFormatTest::parseRneCompany_ofAnotherSiren_isABadReply()
{
    const QByteArray body = R"({"siren":"000058263","formality":{"siren":"000058263","content":{}}})";
    QVERIFY(parseRneCompany(body, siren("000058263"), today).ok());
    for (const char* member :
         {R"({"siren":"000058263","formality")", R"("formality":{"siren":"000058263")"}) {
        const QByteArray other = QByteArray(member).replace("000058263", "000074914");
        const auto read = parseRneCompany(QByteArray(body).replace(member, other), siren("000058263"), today);
        QCOMPARE(read.failure().code, FailureCode::BadReply);
    }
}

void RneFormatTest::parseRneCompany_struckOff_isClosed()
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

void RneFormatTest::parseRneCompany_closingUnreadable_isNoActiveCompany_data()
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

void RneFormatTest::parseRneCompany_closingUnreadable_isNoActiveCompany()
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

void RneFormatTest::parseRneCompany_gone_countsOnEveryLevel_data()
{
    QTest::addColumn<QByteArray>("power");
    QTest::newRow("power") << QByteArray(
        R"({"actif":false,"roleEntreprise":"73","individu":{"descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("individual") << QByteArray(
        R"({"roleEntreprise":"73","individu":{"actif":false,"descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("description") << QByteArray(
        R"({"roleEntreprise":"73","individu":{"descriptionPersonne":{"actif":false,"nom":"A"}}})");
    QTest::newRow("representative") << QByteArray(
        R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":"404833048"},)"
        R"("representant":{"actif":false,)"
        R"("descriptionPersonne":{"nom":"A"}}})");
    QTest::newRow("representative's description")
        << QByteArray(R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73",)"
                      R"("entreprise":{"siren":"404833048"},"representant":{)"
                      R"("descriptionPersonne":{"actif":false,"nom":"A"}}})");
}

void RneFormatTest::parseRneCompany_gone_countsOnEveryLevel()
{
    QFETCH(QByteArray, power);
    QVERIFY(!onlyOfficer(power).active);
    QVERIFY(!onlyOfficer(power).doubtful);
    QVERIFY(onlyOfficer(QByteArray(power).replace("false", "true")).active);
    QVERIFY(onlyOfficer(QByteArray(power).replace("false", "{}")).doubtful);
}

void RneFormatTest::parseRneCompany_resignationDated_countsFromItsDay_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<bool>("gone");
    QTest::newRow("past") << QByteArray("2025-01-31") << true;
    QTest::newRow("today") << today.toString(Qt::ISODate).toLatin1() << true;
    QTest::newRow("tomorrow") << today.addDays(1).toString(Qt::ISODate).toLatin1() << false;
    QTest::newRow("with a time") << today.addDays(1).toString(Qt::ISODate).toLatin1() + "T00:00:00" << false;
    QTest::newRow("this month") << today.toString(u"yyyy-MM"_s).toLatin1() << true;
    QTest::newRow("before any office that still stands") << QByteArray("1949-12-31") << false;
    for (const char* never :
         {"0001-01-01", "1900-01-01", "1111-11-11", "2020-13-45", "2020-02-31", "2020-00-00"}) {
        QTest::newRow(never) << QByteArray(never) << false;
    }
    QTest::newRow("next year") << QByteArray::number(today.year() + 1) << false;
}

void RneFormatTest::parseRneCompany_resignationDated_countsFromItsDay()
{
    QFETCH(QByteArray, date);
    QFETCH(bool, gone);
    for (const char* mention : {"", "\"mentionDemissionOrdre\":true,"}) {
        const auto officer =
            onlyOfficer(QByteArray("{") + mention + R"("dateMentionDemissionOrdre":")" + date +
                        R"(","roleEntreprise":"73","individu":{"descriptionPersonne":)" + R"({"nom":"A"}}})");
        const bool later = date > today.toString(Qt::ISODate).toLatin1();
        QCOMPARE(officer.resigned, gone || (*mention != '\0' && !later));
        QCOMPARE(officer.doubtful, !gone);
    }
}

void RneFormatTest::parseRneCompany_nothingSaysWhoLeads_isIncomplete_data()
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
    // Struck off, perhaps: that is an answer.
    for (const char* day : {"2020-01-01", "?"}) {
        QTest::addRow("struck off on %s, and no composition", day)
            << QByteArray(R"({"personneMorale":{"detailCessationEntreprise":{"dateRadiation":")") + day +
                   R"("}}})"
            << true;
    }
}

void RneFormatTest::parseRneCompany_nothingSaysWhoLeads_isIncomplete()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, read);
    const auto company =
        parseRneCompany(R"({"formality":{"content":)" + content + "}}", siren("000058263"), today);
    QVERIFY(company.ok());
    QCOMPARE(company.value().answer.incomplete, !read);
}

void RneFormatTest::parseRneCompany_onePartUnreadable_isIncomplete()
{
    const QByteArray power =
        R"({"personneMorale":{"composition":{"pouvoirs":[{"mentionDemissionOrdre":true}]}})";
    const auto parsed = [](const QByteArray& content) {
        return parseRneCompany(R"({"formality":{"content":)" + content + "}}}", siren("000058263"), today);
    };
    QVERIFY(!parsed(power).value().answer.incomplete);
    const auto partly = parsed(power + R"(,"exploitation":{"composition":[]})");
    QVERIFY(partly.value().answer.incomplete);
    QVERIFY(partly.value().answer.officers.constFirst().resigned);
}

void RneFormatTest::parseRneCompany_companyAlsoGone_isADoubt_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<bool>("doubt");
    const QByteArray held = R"("roleEntreprise":"73")";
    QTest::newRow("resigned") << QByteArray(R"("roleEntreprise":"73","mentionDemissionOrdre":true)") << held
                              << true;
    QTest::newRow("inactive, after") << held << QByteArray(R"("roleEntreprise":"73","actif":false)") << true;
    QTest::newRow("perhaps gone, after")
        << held << QByteArray(R"("roleEntreprise":"73","actif":"?")") << true;
    QTest::newRow("in no role") << QByteArray(R"("actif":false)") << held << true;
    QTest::newRow("in a second role")
        << QByteArray(R"("roleEntreprise":"65","secondRoleEntreprise":"73","actif":false)") << held << true;
    QTest::newRow("in another role") << QByteArray(R"("roleEntreprise":"53","actif":false)") << held << false;
}

void RneFormatTest::parseRneCompany_companyAlsoGone_isADoubt()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(bool, doubt);
    const auto power = [](const QByteArray& members, const char* number) {
        return R"({"typeDePersonne":"ENTREPRISE","entreprise":{"siren":")" + QByteArray(number) + R"("},)" +
               members + "}";
    };
    for (const auto& [number, same] : {std::pair{"404833048", true}, {"000062133", false}}) {
        const auto company =
            parseRneCompany(R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" +
                                power(first, "404833048") + "," + power(second, number) + "]}}}}}",
                            siren("000058263"), today);
        const auto& companies = company.value().companyOfficers;
        const bool any = std::any_of(companies.begin(), companies.end(),
                                     [](const auto& officer) { return !officer.position.doubtful; });
        if (same) {
            QCOMPARE(any, !doubt);
        } else {
            QVERIFY(any);
        }
    }
}

void RneFormatTest::parseRneCompany_companyAlsoGoneWrittenOtherwise_isADoubt_data()
{
    QTest::addColumn<QByteArray>("gone");
    QTest::addColumn<QByteArray>("held");
    QTest::addColumn<bool>("doubt");
    const QByteArray whole = R"("siren":"404833048","denomination":"LES ATELIERS")";
    QTest::newRow("number with spaces") << QByteArray(R"("siren":"404 833 048")") << whole << true;
    QTest::newRow("number as a number") << QByteArray(R"("siren":404833048)") << whole << true;
    QTest::newRow("no number, the same name")
        << QByteArray(R"("denomination":"Les Ateliers")") << whole << true;
    QTest::newRow("no number, no name") << QByteArray(R"("siren":null)") << whole << true;
    QTest::newRow("a number that nobody can read")
        << QByteArray(R"("siren":"12","denomination":"LES ATELIERS")") << whole << true;
    QTest::newRow("no number, another name") << QByteArray(R"("denomination":"HOLDING")") << whole << false;
    QTest::newRow("another number, the same name")
        << QByteArray(R"("siren":"000062133","denomination":"LES ATELIERS")") << whole << false;
    QTest::newRow("held without a number or a name") << whole << QByteArray() << true;
    QTest::newRow("held without a number") << whole << QByteArray(R"("denomination":"LES ATELIERS")") << true;
    QTest::newRow("held without a number, another name")
        << whole << QByteArray(R"("denomination":"HOLDING")") << false;
}

void RneFormatTest::parseRneCompany_companyAlsoGoneWrittenOtherwise_isADoubt()
{
    QFETCH(QByteArray, gone);
    QFETCH(QByteArray, held);
    QFETCH(bool, doubt);
    const auto power = [](const QByteArray& company, const QByteArray& members) {
        return R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{)" + company + "}," +
               members + R"("representant":{"descriptionPersonne":{"nom":"FABRE"}}})";
    };
    const auto company = parseRneCompany(
        R"({"formality":{"content":{"personneMorale":{"composition":{"pouvoirs":[)" +
            power(gone, R"("mentionDemissionOrdre":true,)") + "," + power(held, {}) + "]}}}}}",
        siren("000058263"), today);
    QCOMPARE(company.value().companyOfficers.size(), 1);
    QCOMPARE(company.value().companyOfficers[0].position.doubtful, doubt);
}

void RneFormatTest::parseRneContent_soleTraderAndExploitation_areReadToo()
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

QTEST_APPLESS_MAIN(RneFormatTest)
#include "RneFormatTest.moc"
