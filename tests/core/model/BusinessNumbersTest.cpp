// SPDX-License-Identifier: MIT
#include "core/model/BusinessNumbers.h"

#include <QTest>

using namespace proconnect;

class BusinessNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parseSiren_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("digits");
        QTest::newRow("plain") << QStringLiteral("000058263") << QStringLiteral("000058263");
        QTest::newRow("spaced") << QStringLiteral("000 058 263") << QStringLiteral("000058263");
        QTest::newRow("no-break spaces")
            << QStringLiteral(u"000\u00A0058\u202F263") << QStringLiteral("000058263");
        QTest::newRow("pasted with line end")
            << QStringLiteral(" 000058263\n") << QStringLiteral("000058263");
        QTest::newRow("whole SIRET") << QStringLiteral("000 058 263 00013") << QStringLiteral("000058263");
        QTest::newRow("SIRET of a post office")
            << QStringLiteral("35600000049837") << QStringLiteral("356000000");
        QTest::newRow("wrong key") << QStringLiteral("000058264") << QString();
        QTest::newRow("SIRET with a wrong key") << QStringLiteral("00005826300014") << QString();
        QTest::newRow("too short") << QStringLiteral("00005826") << QString();
        QTest::newRow("ten digits") << QStringLiteral("0000582630") << QString();
        QTest::newRow("letters") << QStringLiteral("00005826E") << QString();
        QTest::newRow("all zeros") << QStringLiteral("000000000") << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("Arabic-Indic digits") << QStringLiteral(u"٠٠٠٠٥٨٢٦٣") << QString();
        QTest::newRow("very long") << QString(100'000, u'0') << QString();
    }

    void parseSiren()
    {
        QFETCH(QString, text);
        QFETCH(QString, digits);
        const auto siren = SirenNumber::parse(text);
        QCOMPARE(siren ? siren->digits() : QString(), digits);
    }

    void displaySiren_groupsByThreeWithoutBreaks()
    {
        QCOMPARE(SirenNumber::parse(u"000058263")->display(), QStringLiteral(u"000\u00A0058\u00A0263"));
    }

    void parseSiret_keepsItsCompany()
    {
        const auto siret = SiretNumber::parse(u"000 058 263 00013");
        QVERIFY(siret);
        QCOMPARE(siret->digits(), QStringLiteral("00005826300013"));
        QCOMPARE(siret->siren().digits(), QStringLiteral("000058263"));
        QVERIFY(!SiretNumber::parse(u"000058263"));
    }
};

QTEST_APPLESS_MAIN(BusinessNumbersTest)
#include "BusinessNumbersTest.moc"
