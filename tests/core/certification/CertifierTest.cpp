// SPDX-License-Identifier: MIT
#include "core/certification/NameFolding.h"
#include "tests/core/certification/CertificationCases.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace proconnect;
using namespace proconnect::certification;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(proconnect::certification::CertificationCase)
Q_DECLARE_METATYPE(proconnect::certification::OfficerRecord)
Q_DECLARE_METATYPE(proconnect::certification::Certainty)

class CertifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assess_eachCaseOfTheTable_givesItsVerdictAndReason_data();
    void assess_eachCaseOfTheTable_givesItsVerdictAndReason();
    void assess_spellingOfTheCase_neverChangesTheVerdict_data();
    void assess_spellingOfTheCase_neverChangesTheVerdict();
    void assess_anyValueRemovedFromTheRecord_neverCertifiesAnotherPerson();
    void assess_randomText_neverCertifies();
    void documentation_namesEveryReasonOfTheCases();
    void assessAll_severalOfficers_keepsTheBest();
    void assessAll_listedOnceMoreAsGone_isADoubt_data();
    void assessAll_listedOnceMoreAsGone_isADoubt();
    void assessAll_goneFromOneOfTwoPositions_certifiesByTheOther();
    void assessAll_noOfficer_isNone();
};

namespace {

constexpr CivilDate today{2026, 11, 23};
const QDate todayOfCalendar(2026, 11, 23);

void addCases()
{
    QTest::addColumn<CertificationCase>("row");
    const auto cases = certificationCases();
    QVERIFY(cases.size() >= 150);
    for (const CertificationCase& row : cases) {
        QTest::newRow(row.name.constData()) << row;
    }
}

QString shouted(const QString& text)
{
    // Case, decomposed accents and spaces at the ends: what a clerk's keyboard changes.
    return u' ' + text.toUpper().normalized(QString::NormalizationForm_D) + u' ';
}

QString randomText(QRandomGenerator& random)
{
    QString text;
    const int size = random.bounded(40);
    for (int i = 0; i < size; ++i) {
        text += QChar(static_cast<char16_t>(random.bounded(0x10000)));
    }
    return text;
}

} // namespace

void CertifierTest::assess_eachCaseOfTheTable_givesItsVerdictAndReason_data()
{
    addCases();
}

void CertifierTest::assess_eachCaseOfTheTable_givesItsVerdictAndReason()
{
    QFETCH(CertificationCase, row);
    const Verdict verdict = assess(row.person, row.record, row.gate, today);

    const QByteArray reasons = verdict.reasons().join(u' ').toUtf8();
    QVERIFY2(verdict.certainty == row.expected, reasons.constData());
    QVERIFY2(verdict.reasons().contains(row.reason), reasons.constData());
}

void CertifierTest::assess_spellingOfTheCase_neverChangesTheVerdict_data()
{
    addCases();
}

void CertifierTest::assess_spellingOfTheCase_neverChangesTheVerdict()
{
    QFETCH(CertificationCase, row);
    OfficerRecord record = row.record;
    const Verdict before = assess(row.person, record, row.gate, today);

    record.familyName = shouted(record.familyName);
    for (QString& name : record.givenNames) {
        name = shouted(name);
    }

    QCOMPARE(assess(row.person, record, row.gate, today).reasons(), before.reasons());
}

void CertifierTest::assess_anyValueRemovedFromTheRecord_neverCertifiesAnotherPerson()
{
    const QList<void (*)(OfficerRecord&)> removals{
        [](OfficerRecord& r) { r.familyName.clear(); },   [](OfficerRecord& r) { r.givenNames.clear(); },
        [](OfficerRecord& r) { r.birthDate = {}; },       [](OfficerRecord& r) { r.birthCommune.clear(); },
        [](OfficerRecord& r) { r.birthCountry.clear(); }, [](OfficerRecord& r) { r.gender = {}; },
    };
    const auto cases = certificationCases();
    for (const CertificationCase& row : cases) {
        const OfficerRecord& record = row.record;
        if (assess(row.person, record, row.gate, today).certainty != Certainty::None) {
            continue;
        }
        for (unsigned removed = 0; removed < 1U << removals.size(); ++removed) {
            OfficerRecord poorer = record;
            for (qsizetype i = 0; i < removals.size(); ++i) {
                if ((removed >> i & 1U) != 0) {
                    removals[i](poorer);
                }
            }
            const bool certified =
                assess(row.person, poorer, row.gate, today).certainty == Certainty::Certified;
            // Removing the gender and the place leaves name, date and two given names: enough by the rules.
            const bool contradictionGone = poorer.gender == RegisteredGender::Unknown ||
                                           poorer.birthCountry != record.birthCountry ||
                                           poorer.birthCommune != record.birthCommune;
            QVERIFY2(!certified || contradictionGone, row.name.constData());
        }
    }
}

void CertifierTest::assess_randomText_neverCertifies()
{
    QRandomGenerator random(20261123);
    for (int i = 0; i < 1000; ++i) {
        OfficerRecord record = honestRecord();
        record.familyName = randomText(random);
        record.givenNames = {randomText(random), randomText(random)};
        record.usageName = randomText(random);
        record.birthDate = CivilDate::parse(randomText(random));
        record.birthCommune = randomText(random);
        record.birthCountry = randomText(random);
        FranceConnectIdentity person = honestPerson();
        QVERIFY(assess(person, record, {}, today).certainty != Certainty::Certified);
        person.familyName = QString(300, u'\u00C9') + randomText(random);
        person.birthdate = randomText(random);
        person.birthplace = randomText(random);
        QVERIFY(assess(person, record, {}, today).certainty != Certainty::Certified);
    }
}

void CertifierTest::documentation_namesEveryReasonOfTheCases()
{
    QFile file(QStringLiteral(CERTIFICATION_RULES));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString rules = QString::fromUtf8(file.readAll());
    const auto cases = certificationCases();
    for (const CertificationCase& row : cases) {
        QVERIFY2(rules.contains(u'`' + row.reason + u'`'), qPrintable(row.reason));
    }
}

void CertifierTest::assessAll_severalOfficers_keepsTheBest()
{
    OfficerRecord other = honestRecord();
    other.familyName = u"DURAND"_s;
    OfficerRecord doubtful = honestRecord();
    doubtful.standing = RoleStanding::Ambiguous;

    const Assessment close = assessAll(honestPerson(), {other, doubtful}, {}, todayOfCalendar);
    QCOMPARE(close.verdict.certainty, Certainty::Close);
    const Assessment certified =
        assessAll(honestPerson(), {other, doubtful, honestRecord()}, {}, todayOfCalendar);
    QCOMPARE(certified.verdict.certainty, Certainty::Certified);
    QCOMPARE(*certified.officer, honestRecord());
}

void CertifierTest::assessAll_listedOnceMoreAsGone_isADoubt_data()
{
    QTest::addColumn<OfficerRecord>("other");
    QTest::addColumn<Certainty>("expected");
    const auto add = [](const char* name, Certainty expected, void (*change)(OfficerRecord&)) {
        OfficerRecord other = honestRecord();
        change(other);
        QTest::newRow(name) << other << expected;
    };
    add("listed twice", Certainty::Certified, [](OfficerRecord&) {});
    add("resigned", Certainty::Close, [](OfficerRecord& r) { r.resigned = true; });
    add("inactive", Certainty::Close, [](OfficerRecord& r) { r.active = false; });
    add("unreadable", Certainty::Close, [](OfficerRecord& r) { r.doubtful = true; });
    add("resigned, spelled otherwise", Certainty::Close, [](OfficerRecord& r) {
        r.resigned = true;
        r.familyName = u"FABRES"_s;
    });
    add("resigned, birth date partly known", Certainty::Close, [](OfficerRecord& r) {
        r.resigned = true;
        r.birthDate.day = 0;
    });
    add("resigned from another position", Certainty::Certified, [](OfficerRecord& r) {
        r.resigned = true;
        r.roleCode = u"53"_s;
    });
    add("somebody else resigned", Certainty::Certified, [](OfficerRecord& r) {
        r.resigned = true;
        r.familyName = u"DURAND"_s;
    });
}

void CertifierTest::assessAll_listedOnceMoreAsGone_isADoubt()
{
    QFETCH(OfficerRecord, other);
    QFETCH(Certainty, expected);
    const auto officers = {QList{other, honestRecord()}, QList{honestRecord(), other}};
    for (const QList<OfficerRecord>& listed : officers) {
        const Assessment assessment = assessAll(honestPerson(), listed, {}, todayOfCalendar);
        QCOMPARE(assessment.verdict.certainty, expected);
        QCOMPARE(assessment.verdict.reasons().contains(u"gate.also-gone"_s), expected == Certainty::Close);
    }
}

void CertifierTest::assessAll_goneFromOneOfTwoPositions_certifiesByTheOther()
{
    OfficerRecord gone = honestRecord();
    gone.resigned = true;
    OfficerRecord other = honestRecord();
    other.roleCode = u"53"_s;
    QList<OfficerRecord> listed{gone, honestRecord(), other};
    std::sort(listed.begin(), listed.end(),
              [](const auto& a, const auto& b) { return a.roleCode < b.roleCode; });
    for (int order = 0; order < 2; ++order) {
        const Assessment assessment = assessAll(honestPerson(), listed, {}, todayOfCalendar);
        QCOMPARE(assessment.verdict.certainty, Certainty::Certified);
        QCOMPARE(*assessment.officer, other);
        std::reverse(listed.begin(), listed.end());
    }
}

void CertifierTest::assessAll_noOfficer_isNone()
{
    const Assessment nobody = assessAll(honestPerson(), {}, {}, todayOfCalendar);
    QCOMPARE(nobody.verdict.certainty, Certainty::None);
    QCOMPARE(nobody.verdict.reasons(), QStringList{u"gate.no-officer"_s});
    QVERIFY(!nobody.officer);
}

QTEST_APPLESS_MAIN(CertifierTest)
#include "CertifierTest.moc"
