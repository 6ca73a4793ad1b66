// SPDX-License-Identifier: MIT
#include "tests/service/registries/CompanyBench.h"

#include <QTest>

#include <utility>

using namespace proconnect;
using namespace proconnect::service;
using namespace Qt::StringLiterals;

/// Whom the national register lists beside each other, and no company has at once.
class SoleOfficesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseRneCompany_severalInASoleOffice_areADoubt_data();
    void parseRneCompany_severalInASoleOffice_areADoubt();
};

void SoleOfficesTest::parseRneCompany_severalInASoleOffice_areADoubt_data()
{
    const auto company = [](const char* siren, const char* representative) {
        return QByteArray(R"({"typeDePersonne":"ENTREPRISE","roleEntreprise":"73","entreprise":{"siren":")") +
               siren + R"("},"representant":{"descriptionPersonne":{)" + representative + "}}}";
    };
    const QByteArray chair = power("FABRE", "CLAIRE", "73", "");
    QTest::addColumn<QByteArrayList>("powers");
    QTest::addColumn<bool>("doubtful");
    QTest::newRow("one chair") << QByteArrayList{chair} << false;
    QTest::newRow("two chairs") << QByteArrayList{chair, power("MARTIN", "JULIE", "73", "")} << true;
    QTest::newRow("two chairs, one by a second role")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "53", R"("secondRoleEntreprise":"73",)")} << true;
    QTest::newRow("one chair twice") << QByteArrayList{chair, power("FABRES", "CLAIRE HELENE", "73", "")}
                                     << false;
    QTest::newRow("chair and chief executive")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "53", "")} << false;
    // Two heads that no company has at once: one of them is of before a change.
    const QList<std::pair<QByteArray, QByteArray>> exclusive{
        {"73", "73 073 205 28 29 30"},
        {"60", "51 53 52 69 73 28 29 30"},
        {"52", "69 73 28 29 30"},
        {"69", "69 73 28 29 30"},
        {"40", "28 29 30 52 53 60 66 67 69 70 73 201 204 205 206 214 215"},
        {"98", "28 29 30 52 53 60 66 67 69 70 73 201 204 205 206 214 215"},
    };
    for (const auto& [role, others] : exclusive) {
        for (const QByteArray& other : others.split(' ')) {
            const QByteArray tag = role + " beside " + other;
            const QByteArray one = power("FABRE", "CLAIRE", role, "");
            QTest::newRow(tag + ", somebody else")
                << QByteArrayList{one, power("MARTIN", "JULIE", other, "")} << true;
            QTest::newRow(tag + ", somebody else, first")
                << QByteArrayList{power("MARTIN", "JULIE", other, ""), one} << true;
            QTest::newRow(tag + ", one person")
                << QByteArrayList{one, power("FABRE", "CLAIRE", other, "")} << false;
            QTest::newRow(tag + ", who left")
                << QByteArrayList{one, power("MARTIN", "JULIE", other, resigned)} << false;
        }
    }
    const QList<std::pair<QByteArray, QByteArray>> together{
        {"53", "51 53 70"}, {"73", "53 70 51 65"}, {"60", "70 65"}, {"52", "53 63"},
        {"205", "205"},     {"30", "28 205"},      {"40", "74"},    {"97", "73"},
    };
    for (const auto& [role, others] : together) {
        for (const QByteArray& other : others.split(' ')) {
            QTest::newRow(role + " and " + other + " beside each other")
                << QByteArrayList{power("FABRE", "CLAIRE", role, ""), power("MARTIN", "JULIE", other, "")}
                << false;
        }
    }
    QTest::newRow("two chairs, one in words")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "99", R"("autreRoleEntreprise":"Présidente",)")}
        << true;
    QTest::newRow("a chair and an auditor in words")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "99", R"("autreRoleEntreprise":"Secrétaire",)")}
        << false;
    QTest::newRow("two managers") << QByteArrayList{power("FABRE", "CLAIRE", "30", ""),
                                                    power("MARTIN", "JULIE", "30", "")}
                                  << false;
    QTest::newRow("the former chair resigned")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "73", resigned)} << false;
    QTest::newRow("the former chair is inactive")
        << QByteArrayList{chair, power("MARTIN", "JULIE", "73", R"("actif":false,)")} << false;
    QTest::newRow("a person and a company") << QByteArrayList{chair, company("404833048", "")} << true;
    QTest::newRow("a person and the company that they represent")
        << QByteArrayList{chair, company("404833048", R"("nom":"FABRE","prenoms":["CLAIRE"],)"
                                                      R"("dateDeNaissance":"1982-11-03")")}
        << false;
    QTest::newRow("one company twice")
        << QByteArrayList{company("404833048", ""), company("404 833 048", "")} << false;
    QTest::newRow("two companies") << QByteArrayList{company("404833048", ""), company("000058263", "")}
                                   << true;
}

void SoleOfficesTest::parseRneCompany_severalInASoleOffice_areADoubt()
{
    QFETCH(QByteArrayList, powers);
    QFETCH(bool, doubtful);
    const auto read = parseRneCompany(ledBy(powers), siren("000074914"), QDate(2026, 11, 23));
    QVERIFY(read.ok());
    for (const auto& officer : read.value().answer.officers) {
        QCOMPARE(officer.doubtful, doubtful && officer.active && !officer.resigned);
    }
    for (const CompanyOfficer& officer : read.value().companyOfficers) {
        QCOMPARE(officer.position.doubtful, doubtful);
    }
    QCOMPARE(read.value().answer.officers.size() + read.value().companyOfficers.size(), powers.size());
}

QTEST_APPLESS_MAIN(SoleOfficesTest)
#include "SoleOfficesTest.moc"
