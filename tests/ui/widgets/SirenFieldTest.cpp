// SPDX-License-Identifier: MIT
#include "ui/widgets/SirenField.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using proconnect::SirenNumber;
using proconnect::ui::SirenField;

class SirenFieldTest final : public QObject
{
    Q_OBJECT

private:
    static void paste(SirenField& field, const QString& text)
    {
        QApplication::clipboard()->setText(text);
        field.selectAll();
        field.paste();
    }

private Q_SLOTS:
    void typing_putsSpacesAndTellsAtTheNinthDigitOnce()
    {
        SirenField field;
        QSignalSpy entered(&field, &SirenField::sirenEntered);
        QSignalSpy mistyped(&field, &SirenField::mistypedSiren);
        QTest::keyClicks(&field, QStringLiteral("00005826"));
        QCOMPARE(entered.count() + mistyped.count(), 0);
        QTest::keyClicks(&field, QStringLiteral("3"));
        QCOMPARE(entered.count(), 1);
        QCOMPARE(field.text(), QStringLiteral("000\u00A0058\u00A0263"));
        QCOMPARE(field.siren()->digits(), QStringLiteral("000058263"));
        QTest::keyClicks(&field, QStringLiteral("9"));
        QCOMPARE(field.siren()->digits(), QStringLiteral("000058263"));
        QCOMPARE(entered.count(), 1);
    }

    void wrongKey_isToldAtTheNinthDigit()
    {
        SirenField field;
        QSignalSpy mistyped(&field, &SirenField::mistypedSiren);
        QTest::keyClicks(&field, QStringLiteral("000058264"));
        QCOMPARE(mistyped.count(), 1);
        QVERIFY(field.mistyped());
        QVERIFY(!field.siren());
    }

    void paste_isUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("siren");
        QTest::newRow("plain") << QStringLiteral("000058263") << QStringLiteral("000058263");
        QTest::newRow("spaced") << QStringLiteral("000 058 263") << QStringLiteral("000058263");
        QTest::newRow("no-break spaces")
            << QStringLiteral("000\u00A0058\u00A0263") << QStringLiteral("000058263");
        QTest::newRow("dots") << QStringLiteral("000.058.263") << QStringLiteral("000058263");
        QTest::newRow("SIRET") << QStringLiteral("000 058 263 00017") << QStringLiteral("000058263");
        QTest::newRow("in words") << QStringLiteral("SIREN : 000 058 263") << QStringLiteral("000058263");
        QTest::newRow("announced") << QStringLiteral("No 000058263") << QStringLiteral("000058263");
        QTest::newRow("French VAT number")
            << QStringLiteral("FR 32 000058263") << QStringLiteral("000058263");
        QTest::newRow("French VAT number, together")
            << QStringLiteral("fr32000058263") << QStringLiteral("000058263");
        QTest::newRow("German VAT number") << QStringLiteral("DE000058263") << QString();
        QTest::newRow("Belgian VAT number") << QStringLiteral("BE 0000058263") << QString();
        QTest::newRow("no number") << QStringLiteral("abc") << QString();
    }

    void paste_isUnderstood()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, siren);
        SirenField field;
        QSignalSpy entered(&field, &SirenField::sirenEntered);
        QSignalSpy letters(&field, &SirenField::lettersGiven);
        paste(field, text);
        QCOMPARE(entered.count(), siren.isEmpty() ? 0 : 1);
        QCOMPARE(letters.count(), siren.isEmpty() ? 1 : 0);
        QCOMPARE(field.siren() ? field.siren()->digits() : QString(), siren);
    }

    void editingInTheMiddle_keepsTheCaretAtItsDigit()
    {
        SirenField field;
        QTest::keyClicks(&field, QStringLiteral("000058263"));
        // Between the second and the third digit of the second group.
        field.setCursorPosition(6);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QCOMPARE(field.text(), QStringLiteral("000\u00A0082\u00A063"));
        QTest::keyClicks(&field, QStringLiteral("5"));
        QCOMPARE(field.siren()->digits(), QStringLiteral("000058263"));
    }
};

QTEST_MAIN(SirenFieldTest)
#include "SirenFieldTest.moc"
