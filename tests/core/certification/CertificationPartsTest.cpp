// SPDX-License-Identifier: MIT
#include "core/certification/CivilDate.h"
#include "core/certification/CommuneHistory.h"
#include "core/certification/CountryCodes.h"
#include "core/certification/LegalForms.h"
#include "core/certification/NameFolding.h"
#include "core/certification/PlainLetters.h"
#include "core/certification/Roles.h"

#include <QRegularExpression>
#include <QTest>

using namespace proconnect::certification;
using namespace Qt::StringLiterals;

class CertificationPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverageOf_code_choosesTheRegister_data();
    void coverageOf_code_choosesTheRegister();
    void countryNumber_anyWriting_givesTheCogNumber_data();
    void countryNumber_anyWriting_givesTheCogNumber();
    void communeRelation_isSymmetric();
    void isCommuneName_everyNameOfEveryCommune_isFound();
    void rneRoleStanding_code_saysWhoRepresents_data();
    void rneRoleStanding_code_saysWhoRepresents();
    void writtenRoleStanding_words_sayWhoRepresents();
    void writtenRoleCode_words_sayWhichHead();
    void positionSet_eitherWay_knowsWhatIsUnknown();
    void foldedLetters_everyLatinLetter_isPlain();
    void writePlainLetters_anyOtherCharacter_isLeftToOthers();
    void editions_ofTheData_sayTheirYears();
    void civilDate_strangeText_isAbsent();
};

void CertificationPartsTest::coverageOf_code_choosesTheRegister_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Coverage>("expected");
    QTest::newRow("sole trader") << u"1000"_s << Coverage::Sirene;
    QTest::newRow("SAS") << u"5710"_s << Coverage::RneThenRcs;
    QTest::newRow("one-person SAS") << u"5720"_s << Coverage::RneThenRcs;
    QTest::newRow("one-person SARL") << u"5498"_s << Coverage::RneThenRcs;
    QTest::newRow("foreign company outside the trade register") << u"3220"_s << Coverage::RneOnly;
    QTest::newRow("association") << u"9220"_s << Coverage::NotCovered;
    QTest::newRow("commune") << u"7210"_s << Coverage::NotCovered;
    QTest::newRow("empty") << QString() << Coverage::NotCovered;
    QTest::newRow("label instead of a code") << u"Entrepreneur individuel"_s << Coverage::NotCovered;
    QTest::newRow("leading space") << u" 1000"_s << Coverage::NotCovered;
    QTest::newRow("spaced to four") << u" 571"_s << Coverage::NotCovered;
}

void CertificationPartsTest::coverageOf_code_choosesTheRegister()
{
    QFETCH(QString, code);
    QFETCH(Coverage, expected);
    QCOMPARE(coverageOf(code), expected);
}

void CertificationPartsTest::countryNumber_anyWriting_givesTheCogNumber_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("expected");
    QTest::newRow("alpha-2") << u"DZ"_s << 352;
    QTest::newRow("alpha-3") << u"DZA"_s << 352;
    QTest::newRow("lower case") << u"fra"_s << 100;
    QTest::newRow("spaces around") << u" MAR "_s << 350;
    QTest::newRow("overseas, alpha-3") << u"NCL"_s << 100;
    QTest::newRow("overseas, alpha-2") << u"RE"_s << 100;
    QTest::newRow("former department of Algeria") << u"99356"_s << 352;
    QTest::newRow("East Germany") << u"99141"_s << 109;
    QTest::newRow("East Germany, withdrawn ISO code") << u"DDR"_s << 109;
    QTest::newRow("Soviet Union, withdrawn ISO code") << u"SUN"_s << 123;
    QTest::newRow("Zaire") << u"ZAR"_s << 312;
    QTest::newRow("Kosovo as the World Bank writes it") << u"XKX"_s << 157;
    QTest::newRow("Kosovo as Unicode writes it") << u"XKK"_s << 157;
    QTest::newRow("unknown COG code stays") << u"99699"_s << 699;
    QTest::newRow("Jersey") << u"JEY"_s << 161;
    QTest::newRow("two states in turn") << u"CS"_s << 0;
    QTest::newRow("no such state") << u"ZZZ"_s << 0;
    QTest::newRow("digits") << u"12"_s << 0;
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("text") << u"Maroc"_s << 0;
}

void CertificationPartsTest::countryNumber_anyWriting_givesTheCogNumber()
{
    QFETCH(QString, written);
    QFETCH(int, expected);
    QCOMPARE(countryNumber(written), expected);
}

void CertificationPartsTest::communeRelation_isSymmetric()
{
    const QStringList codes{u"75056"_s, u"75101"_s, u"75120"_s, u"69123"_s, u"69381"_s,
                            u"13055"_s, u"13216"_s, u"2A004"_s, u"20004"_s, u"2B033"_s,
                            u"97611"_s, u"98511"_s, u"97701"_s, u"97123"_s, u"31555"_s,
                            u"78620"_s, u"91620"_s, u"75050"_s, u"92050"_s, u"49092"_s};
    const CivilDate birth{1960, 5, 4};
    for (const QString& a : codes) {
        const CommuneCode one = CommuneCode::parse(a);
        QVERIFY2(!one.absent(), qPrintable(a));
        QCOMPARE(communeRelation(one, one, birth), CommuneRelation::Same);
        for (const QString& b : codes) {
            const CommuneCode other = CommuneCode::parse(b);
            QCOMPARE(communeRelation(one, other, birth), communeRelation(other, one, birth));
        }
    }
}

void CertificationPartsTest::isCommuneName_everyNameOfEveryCommune_isFound()
{
    int names = 0;
    for (int number = 1'000; number < 98'000; ++number) {
        const auto code = CommuneCode::parse(u"%1"_s.arg(number, 5, 10, QLatin1Char('0')));
        for (const QString& name : communeNames(code).split(u'|', Qt::SkipEmptyParts)) {
            const std::string folded = name.toStdString();
            QVERIFY2(isCommuneName(folded), folded.c_str());
            ++names;
        }
    }
    QVERIFY(names > 40'000);
    for (const std::string_view none : {"", "E", "EUX", "LYONNNNN", "SAINT REMYX", "PARIS PARIS PARIS"}) {
        QVERIFY2(!isCommuneName(none), std::string(none).c_str());
    }
}

void CertificationPartsTest::rneRoleStanding_code_saysWhoRepresents_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<RoleStanding>("expected");
    QTest::newRow("manager") << u"30"_s << RoleStanding::Represents;
    QTest::newRow("chair of a SAS") << u"73"_s << RoleStanding::Represents;
    QTest::newRow("chief executive") << u"53"_s << RoleStanding::Represents;
    QTest::newRow("chair of a board") << u"51"_s << RoleStanding::Ambiguous;
    QTest::newRow("liquidator") << u"40"_s << RoleStanding::Ambiguous;
    QTest::newRow("auditor") << u"71"_s << RoleStanding::DoesNotRepresent;
    QTest::newRow("unknown code") << u"777"_s << RoleStanding::Ambiguous;
    QTest::newRow("no code") << QString() << RoleStanding::Ambiguous;
}

void CertificationPartsTest::rneRoleStanding_code_saysWhoRepresents()
{
    QFETCH(QString, code);
    QFETCH(RoleStanding, expected);
    QCOMPARE(rneRoleStanding(code), expected);
}

void CertificationPartsTest::writtenRoleStanding_words_sayWhoRepresents()
{
    QCOMPARE(writtenRoleStanding(u"Pr\u00E9sident du Directoire"_s), RoleStanding::Represents);
    QCOMPARE(writtenRoleStanding(u"GERANT"_s), RoleStanding::Represents);
    QCOMPARE(writtenRoleStanding(u"COMMISSAIRE AUX COMPTES SUPPLEANT"_s), RoleStanding::DoesNotRepresent);
    QCOMPARE(writtenRoleStanding(u"PRESIDENT DU CONSEIL D'ADMINISTRATION"_s), RoleStanding::Ambiguous);
    QCOMPARE(writtenRoleStanding(QString()), RoleStanding::Ambiguous);
}

void CertificationPartsTest::writtenRoleCode_words_sayWhichHead()
{
    QCOMPARE(writtenRoleCode(u"Pr\u00E9sident(e)"_s), 73);
    QCOMPARE(writtenRoleCode(u"PRESIDENT DU CONSEIL D'ADMINISTRATION"_s), 51);
    QCOMPARE(writtenRoleCode(u"PRESIDENT DU CONSEIL DE SURVEILLANCE"_s), 0);
    QCOMPARE(writtenRoleCode(u"DIRECTEUR GENERAL DELEGUE"_s), 0);
    QCOMPARE(writtenRoleCode(u"CHEF"_s), 0);
    QCOMPARE(writtenRoleCode(QString()), 0);
}

void CertificationPartsTest::positionSet_eitherWay_knowsWhatIsUnknown()
{
    const auto held = [](const char* role, const char* other) {
        OfficerRecord officer;
        officer.roleCode = QLatin1String(role);
        officer.otherRoleCode = QLatin1String(other);
        return officer;
    };
    const auto mayBeSame = [](const OfficerRecord& left, const OfficerRecord& entry) {
        PositionSet positions;
        positions.add(left);
        return positions.mayHold(entry);
    };
    const OfficerRecord manager = held("30", "");
    for (const OfficerRecord& same :
         {held("30", ""), held("29", ""), held("73", "30"), held("73", "99"), held("", "")}) {
        QVERIFY(mayBeSame(manager, same));
        QVERIFY(mayBeSame(same, manager));
    }
    QVERIFY(!mayBeSame(manager, held("73", "53")));
    QVERIFY(!mayBeSame(held("73", "53"), manager));
    // Nobody left anything.
    QVERIFY(!PositionSet().mayHold(held("", "")));
}

void CertificationPartsTest::foldedLetters_everyLatinLetter_isPlain()
{
    for (char16_t c = 0x00C0; c <= 0x017F; ++c) {
        if (c == 0x00D7 || c == 0x00F7) {
            continue; // multiplication and division signs
        }
        const QString folded = foldedLetters(QString(QChar(c)));
        QVERIFY2(!folded.isEmpty(), qPrintable(QString::number(c, 16)));
        for (const QChar letter : folded) {
            QVERIFY2(letter >= u'A' && letter <= u'Z', qPrintable(QString::number(c, 16)));
        }
    }
}

void CertificationPartsTest::writePlainLetters_anyOtherCharacter_isLeftToOthers()
{
    for (int size = 1; size <= 13; ++size) {
        for (char32_t c = 0; c <= 0xFFFF; ++c) {
            QString text(size, u'z');
            text[static_cast<int>(c) % size] = QChar(static_cast<char16_t>(c));
            std::u16string written(text.size(), u'?');
            const bool letter = (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
            const bool taken =
                writePlainLetters(text.toStdU16String().data(), written.size(), written.data());
            QCOMPARE(taken, letter && size >= 4);
            QVERIFY(!taken || written == text.toUpper().toStdU16String());
        }
    }
}

void CertificationPartsTest::editions_ofTheData_sayTheirYears()
{
    const QRegularExpression edition(u"^COG 20[0-9]{2}\\b"_s);
    QVERIFY2(edition.match(communeEdition()).hasMatch(), qPrintable(communeEdition()));
    QVERIFY2(edition.match(countryEdition()).hasMatch(), qPrintable(countryEdition()));
}

void CertificationPartsTest::civilDate_strangeText_isAbsent()
{
    QVERIFY(CivilDate::parse(u"3/11/1982"_s).absent());
    QVERIFY(CivilDate::parse(u"1982-11-02T23:00:00Z"_s).absent());
    QVERIFY(CivilDate::parse(u"1982-00-03"_s).absent());
    QCOMPARE(CivilDate::parse(u"03/11/1982"_s), (CivilDate{1982, 11, 3}));
    QCOMPARE(CivilDate::parse(u" 1982-11-03T00:00:00.000Z "_s), (CivilDate{1982, 11, 3}));
    QVERIFY(CivilDate::parse(u"1982-11-03x"_s).absent());
    QVERIFY(CivilDate::parse(u"1982-1-3"_s).absent());
    QVERIFY(CivilDate::parse(QString(1000, u'1')).absent());
    QCOMPARE(CivilDate::parse(u"19821100"_s), (CivilDate{1982, 11, 0}));
    QCOMPARE(CivilDate::parse(u"1982-11-03T00:00:00+01:00"_s), (CivilDate{1982, 11, 3}));
    QCOMPARE(CivilDate::parse(u"1982-11-03 00:00:00.000"_s), (CivilDate{1982, 11, 3}));
    QVERIFY(CivilDate::parse(u"1982-11-03T00:00:00.0000000"_s).absent());
    QVERIFY(CivilDate::parse(u"1982-11-03T00"_s).absent());
    QVERIFY(CivilDate::parse(u"1982-11-03T00:00:00Z+01:00"_s).absent());
    QCOMPARE(CivilDate::parse(u"03.11.1982"_s), (CivilDate{1982, 11, 3}));
    QVERIFY(CivilDate::parse(u"03,11,1982"_s).absent());
    QVERIFY(CivilDate::parse(u"03011001982"_s).absent());
    QCOMPARE(CivilDate::parse(u"1982/11/03"_s), (CivilDate{1982, 11, 3}));
}

QTEST_APPLESS_MAIN(CertificationPartsTest)
#include "CertificationPartsTest.moc"
