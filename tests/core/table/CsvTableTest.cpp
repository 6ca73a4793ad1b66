// SPDX-License-Identifier: MIT
#include "core/table/CsvTable.h"

#include "core/table/DecodedText.h"
#include "core/table/FaultList.h"

#include <QTest>

using namespace proconnect;
using namespace Qt::StringLiterals;

using Kind = CsvTable::Fault::Kind;

class CsvTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readCsv_asSpreadsheetsWriteIt_isRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("semicolons") << QByteArray("a;b\nx;y\n");
        QTest::newRow("commas") << QByteArray("a,b\nx,y");
        QTest::newRow("tabs") << QByteArray("a\tb\nx\ty\n");
        QTest::newRow("byte order mark, Windows") << QByteArray("\xEF\xBB\xBF"
                                                                "A;b\r\nx;y\r\n\r\n");
        QTest::newRow("old Mac") << QByteArray("a;b\rx;y\r");
        QTest::newRow("quotes") << QByteArray("a;\"b\"\n\"x\";\" y \"\n");
    }
    void readCsv_asSpreadsheetsWriteIt_isRead()
    {
        QFETCH(const QByteArray, file);
        const CsvTable table = readCsv(*decodeText(file, TextEncodings::Utf8));
        QCOMPARE(table.faults, QList<CsvTable::Fault>());
        QCOMPARE(table.columns, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(table.rows.size(), 1);
        QCOMPARE(table.rows[0].values, (QStringList{u"x"_s, u"y"_s}));
        QCOMPARE(table.rows[0].line, 2);
    }

    void readCsv_columns_areNamedWithoutAccentsAndSpaces()
    {
        const CsvTable table = readCsv(u" Dernière connexion ;Créé le;LIBELLÉ_RÔLE;;\n"_s);
        QCOMPARE(table.columns, (QStringList{u"derniere_connexion"_s, u"cree_le"_s, u"libelle_role"_s,
                                             QString(), QString()}));
        QVERIFY(table.faults.isEmpty());
    }

    void readCsv_quotedSeparatorsAndLines_stayInTheValue()
    {
        const CsvTable table = readCsv(u"a;b\n\"x;\"\"1\"\"\nz\";y\nv;w\n"_s);
        QCOMPARE(table.rows[0].values[0], u"x;\"1\"\nz"_s);
        QCOMPARE(table.rows[1].line, 4);
    }

    void readCsv_wrong_tellsEveryLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<CsvTable::Fault>>("faults");
        QTest::addColumn<qsizetype>("rows");
        using Faults = QList<CsvTable::Fault>;
        const auto row = [](const char* name, const QString& text, const Faults& faults, qsizetype rows) {
            QTest::newRow(name) << text << faults << rows;
        };
        row("nothing", QString(), {{Kind::NoColumns, 0}}, 0);
        row("no columns", u"\nx\n"_s, {{Kind::NoColumns, 0}}, 0);
        row("a column twice", u"é;E\n1;2\n"_s, {{Kind::ColumnTwice, 1}}, 0);
        row("too few, too many", u"a;b\n1;2\n3\n4;5;6\n7;8\n"_s,
            {{Kind::ValueCount, 3}, {Kind::ValueCount, 4}}, 2);
        row("a row that was emptied", u"a;b\n1;2\n;\n3;4\n"_s, {}, 2);
        row("quotes without end", u"a\nz\n\"x\ny\nz"_s, {{Kind::Quotes, 3}}, 1);
        row("quotes in the middle", u"a\nx\"y\"\n"_s, {{Kind::Quotes, 2}}, 0);
        row("quotes in the columns", u"\"a\n"_s, {{Kind::Quotes, 1}}, 0);
        row("more columns than any", QString(64, u';') + u'\n', {{Kind::TooManyColumns, 1}}, 0);
    }
    void readCsv_wrong_tellsEveryLine()
    {
        QFETCH(const QString, text);
        QFETCH(const QList<CsvTable::Fault>, faults);
        QFETCH(const qsizetype, rows);
        const CsvTable table = readCsv(text);
        QCOMPARE(table.faults, faults);
        QCOMPARE(table.rows.size(), rows);
    }

    void readCsv_moreThanIsRead_stops()
    {
        const CsvTable rows = readCsv(u"a\n1\n2\n3\n4\n"_s, {64, 2, 100});
        QCOMPARE(rows.rows.size(), 2);
        QCOMPARE(rows.faults, (QList<CsvTable::Fault>{{Kind::TooManyRows, 4}}));
        const CsvTable wrong = readCsv(u"a;b\n1\n2\n3\n4\n"_s, {64, 100, 2});
        QCOMPARE(wrong.faults.size(), 2);
        QCOMPARE(wrong.moreFaults, 2);
        QVERIFY(rows.cut && !wrong.cut);
        const CsvTable both = readCsv(u"a;b\n1\n2\n3\n\"4\n"_s, {64, 100, 2});
        QCOMPARE(both.faults.last(), (CsvTable::Fault{Kind::Quotes, 5}));
        QCOMPARE(both.moreFaults, 1);
        QVERIFY(both.cut);
    }

    void readCsv_stopped_readsNoFurther()
    {
        std::stop_source source;
        QCOMPARE(readCsv(u"a\n1\n"_s, {}, source.get_token()).rows.size(), 1);
        source.request_stop();
        const CsvTable none = readCsv(u"a\n1\n"_s, {}, source.get_token());
        QVERIFY(none.rows.isEmpty() && none.faults.isEmpty());
    }

    void keepFirst_leavesOutWhatIsBeyond()
    {
        using Faults = QList<CsvTable::Fault>;
        const auto at = [](int line) { return CsvTable::Fault{Kind::ValueCount, line}; };
        Faults faults{at(5), at(2), at(4), at(3)};
        QCOMPARE(keepFirst(faults, 4, false), 0);
        QCOMPARE(faults, (Faults{at(2), at(3), at(4), at(5)}));
        Faults cut = faults;
        QCOMPARE(keepFirst(faults, 3, false), 1);
        QCOMPARE(faults, (Faults{at(2), at(3), at(4)}));
        QCOMPARE(keepFirst(cut, 3, true), 1);
        QCOMPARE(cut, (Faults{at(2), at(3), at(5)}));
        Faults none;
        QCOMPARE(keepFirst(none, 3, false), 0);
    }

    void readCsv_longLine_isKeptOrCounted()
    {
        constexpr qsizetype long10 = 10'000'000;
        const CsvTable one = readCsv(u"a;b\n"_s + QString(long10, u'x') + u";y\n"_s);
        QCOMPARE(one.rows.first().values.first().size(), long10);
        const CsvTable many = readCsv(u"a;b\n"_s + QString(long10, u';') + u"\nx;y\n"_s);
        QCOMPARE(many.faults, (QList<CsvTable::Fault>{{Kind::ValueCount, 2}}));
        QCOMPARE(many.rows.size(), 1);
    }

    void decodeText_encodings_areToldApart_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTF-8") << QByteArray("Hélène\n") << u"Hélène\n"_s;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx") << u"x"_s;
        QTest::newRow("Windows-1252") << QByteArray("H\xE9l\xE8ne \x8Cuvre \x80") << u"Hélène Œuvre €"_s;
        QTest::newRow("cut at the end") << QByteArray("caf\xC3") << u"cafÃ"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void decodeText_encodings_areToldApart()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, text);
        const auto decoded = decodeText(file, TextEncodings::Utf8OrWindows1252);
        QVERIFY(decoded);
        QCOMPARE(*decoded, text);
    }

    void decodeText_noText_isNothing()
    {
        for (const QByteArray& file : {QByteArray("a\0b", 3),
                                       QByteArray("\xFF\xFE"
                                                  "a\0",
                                                  4),
                                       QByteArray("\x81")}) {
            QVERIFY(!decodeText(file, TextEncodings::Utf8OrWindows1252));
        }
        QVERIFY(!decodeText("caf\xE9", TextEncodings::Utf8));
        QVERIFY(!decodeText("\xE9\n", TextEncodings::Utf8));
    }
};

QTEST_GUILESS_MAIN(CsvTableTest)
#include "CsvTableTest.moc"
