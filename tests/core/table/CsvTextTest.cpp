// SPDX-License-Identifier: MIT
#include "core/table/CsvText.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

class CsvTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvText_table_opensInAFrenchSpreadsheet()
    {
        const TextTable table{{u"Nom"_s, u"Ville"_s}, {{u"Chloé"_s, u"Lyon"_s}}};
        QCOMPARE(csvText(table), QByteArray("\xEF\xBB\xBFNom;Ville\r\nChlo\xC3\xA9;Lyon\r\n"));
    }

    void csvText_texts_areQuotedAndNeutralised_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"12 rue = 3"_s << QByteArray("12 rue = 3");
        QTest::newRow("semicolon") << u"a;b"_s << QByteArray("\"a;b\"");
        QTest::newRow("quotes") << u"dit \"Bob\""_s << QByteArray("\"dit \"\"Bob\"\"\"");
        QTest::newRow("lines") << u"a\nb"_s << QByteArray("\"a\nb\"");
        QTest::newRow("formula") << u"=HYPERLINK(\"http://x\";\"y\")"_s
                                 << QByteArray("\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
        QTest::newRow("plus") << u"+33 6"_s << QByteArray("'+33 6");
        QTest::newRow("minus") << u"-1+1"_s << QByteArray("'-1+1");
        QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
        QTest::newRow("after a space") << u" =1+1"_s << QByteArray("' =1+1");
        QTest::newRow("after a no-break space") << u"\u00a0=1+1"_s << QByteArray("'\xC2\xA0=1+1");
        QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t=1\"");
        QTest::newRow("full-width") << u"＝1+1"_s
                                    << QByteArray("'\xEF\xBC\x9D"
                                                  "1+1");
        QTest::newRow("empty") << QString() << QByteArray();
    }
    void csvText_texts_areQuotedAndNeutralised()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, written);
        const QByteArray csv = csvText({{u"a"_s, u"b"_s}, {{text, u"x"_s}}});
        QCOMPARE(csv, QByteArray("\xEF\xBB\xBF") + "a;b\r\n" + written + ";x\r\n");
    }
};

QTEST_GUILESS_MAIN(CsvTextTest)
#include "CsvTextTest.moc"
