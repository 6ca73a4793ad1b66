// SPDX-License-Identifier: MIT
#include "ui/export/ExportFile.h"

#include "ui/text/Language.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace proconnect::ui {

/// The files themselves, as another program reads them.
class ExportFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_language.use(QStringLiteral("fr")); }

    void writeExport_pdf_hasEveryLineAndNumberedPages();
    void writeExport_textsOfAPortal_areNeverMarkup();
    void writeExport_hugeTextsAndNoLines_end();
    void writeExport_csv_onlyTheUserMayRead();
    void writeExport_folderThatIsNotThere_failsAndLeavesNothing();

private:
    /// What a reader of the PDF would find in it, pages ended by form feeds.
    [[nodiscard]] static QString textOf(const QString& path)
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
        return reader.waitForFinished() && reader.exitCode() == 0
                   ? QString::fromUtf8(reader.readAllStandardOutput())
                   : QString();
    }
    [[nodiscard]] QString write(const TextTable& table)
    {
        const QString path = m_folder.filePath(QStringLiteral("table.pdf"));
        const TablePage page{QStringLiteral("Comptes de la menuiserie"),
                             QStringLiteral("données reçues à 08:30"),
                             QStringLiteral("Sources : Urssaf"),
                             {1, 2}};
        return writeExport(path, ExportFormat::Pdf, table, page) ? textOf(path) : QString();
    }

    Language m_language;
    QTemporaryDir m_folder;
};

void ExportFileTest::writeExport_pdf_hasEveryLineAndNumberedPages()
{
    TextTable table{{QStringLiteral("Nom"), QStringLiteral("Droit")}, {}};
    for (int i = 0; i < 120; ++i) {
        table.lines += {QStringLiteral("Personne%1").arg(i), QStringLiteral("Déclarer la TVA")};
    }
    const QString text = write(table);
    const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
    QVERIFY2(pages.size() > 1, qPrintable(text));
    for (int number = 1; number <= pages.size(); ++number) {
        const QString& page = pages.at(number - 1);
        QVERIFY(page.contains(QStringLiteral("Page %1 sur %2").arg(number).arg(pages.size())));
        QVERIFY(page.contains(QStringLiteral("Droit")));
    }
    for (int i = 0; i < 120; ++i) {
        QCOMPARE(text.count(QRegularExpression(QStringLiteral("\\bPersonne%1\\b").arg(i))), 1);
    }
    QVERIFY(pages.first().contains(QStringLiteral("données reçues à 08:30")));
    QVERIFY(pages.last().contains(QStringLiteral("Sources : Urssaf")));
}

void ExportFileTest::writeExport_textsOfAPortal_areNeverMarkup()
{
    const QString text = write({{QStringLiteral("Nom"), QStringLiteral("Droit")},
                                {{QStringLiteral("<b>Anne</b>"), QStringLiteral("&amp; <img src=x>")}}});
    QVERIFY2(text.contains(QStringLiteral("<b>Anne</b>")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("&amp; <img src=x>")), qPrintable(text));
}

void ExportFileTest::writeExport_hugeTextsAndNoLines_end()
{
    const QStringList columns{QStringLiteral("Nom"), QStringLiteral("Droit")};
    QVERIFY(write({columns, {}}).contains(QStringLiteral("Page 1 sur 1")));
    const QString huge(100'000, u'x');
    const QString text = write({columns, {{huge, huge}, {huge, huge}, {QStringLiteral("Dernier"), huge}}});
    QVERIFY2(text.contains(QStringLiteral("Dernier")), qPrintable(text.left(3000) + u'#' + text.right(3000)));
}

void ExportFileTest::writeExport_csv_onlyTheUserMayRead()
{
    const QString path = m_folder.filePath(QStringLiteral("table.csv"));
    QVERIFY(
        writeExport(path, ExportFormat::Csv, {{QStringLiteral("Nom")}, {{QStringLiteral("=1+1")}}}, {}).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("\xEF\xBB\xBFNom\r\n'=1+1\r\n"));
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

void ExportFileTest::writeExport_folderThatIsNotThere_failsAndLeavesNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("nowhere/table.csv"));
    QCOMPARE(writeExport(path, ExportFormat::Csv, {}, {}).failure().code, FailureCode::StorageUnreadable);
    QVERIFY(!QFile::exists(path));
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::ExportFileTest)
#include "ExportFileTest.moc"
