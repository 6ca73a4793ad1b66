// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/departure/StaffDialog.h"
#include "ui/widgets/LinkButton.h"

#include <QFileDialog>
#include <QTemporaryDir>
#include <QTest>

namespace proconnect::tests {

/// the company's list of staff suggests whom to look at, and does nothing.
class StaffComparisonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<DepartureBench>(); }
    void cleanup() { m_bench.reset(); }

    void list_ofPayroll_suggestsAndActsOnNothing()
    {
        choose(m_list);
        keepPicture(*dialog(), QStringLiteral("departure-staff"));
        const QString shown = shownText(*dialog());
        QVERIFY2(shown.contains(QStringLiteral("Isabelle Roche\nSortie le 30\u00a0juin\u00a02026")),
                 qPrintable(shown));
        QVERIFY(shown.contains(QStringLiteral("d’après le nom seul")));
        QVERIFY(shown.contains(qtTrId("staff.notlisted")));
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
        QCOMPARE(namelessControls(*dialog()), QByteArray());
    }

    void suggestion_chosen_opensTheCheckAndClosesNothing()
    {
        choose(m_list);
        QList<ui::LinkButton*> named;
        for (ui::LinkButton* one : dialog()->findChildren<ui::LinkButton*>()) {
            if (one->accessibleName() == QStringLiteral("Préparer le départ d’Isabelle Roche")) {
                named += one;
            }
        }
        QCOMPARE(named.size(), 1);
        named.first()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(named.first(), Qt::Key_Space);
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(m_bench->shows(QStringLiteral("Isabelle Roche")));
        QTRY_VERIFY(!dialog());
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
    }

    void list_withErrors_suggestsNobody()
    {
        choose("nom;prénom;date de sortie\nRoche;Isabelle;hier\n;;30/06/2026\n");
        const QString shown = shownText(*dialog());
        QVERIFY(shown.contains(qtTrId("imp.faults", 2)));
        QVERIFY(shown.contains(QStringLiteral("Ligne 2")));
        QVERIFY(shown.contains(QStringLiteral("(staff-last-day)")));
        QVERIFY(shown.contains(QStringLiteral("(staff-person)")));
        QVERIFY(dialog()->findChildren<ui::LinkButton*>().isEmpty());
        choose(QByteArray("PK\3\4\0", 5));
        QVERIFY(shownText(*dialog()).contains(QStringLiteral("(file-text)")));
        QVERIFY(!shownText(*dialog()).contains(QStringLiteral("Ligne 2")));
    }

    void list_ofEverybody_suggestsNobody()
    {
        QByteArray everybody("courriel\n");
        for (const PortalAccount& account : m_bench->bench.workspace.snapshot()->accounts) {
            everybody += account.email.toUtf8() + '\n';
        }
        choose(everybody);
        const QString shown = shownText(*dialog());
        QVERIFY2(shown.contains(qtTrId("staff.none")), qPrintable(shown));
        QVERIFY(shown.contains(qtTrId("staff.nodays")));
    }

    void largeText_dialog_hasNoClippedText()
    {
        m_bench->bench.theme.setTextScale(2.0);
        choose(m_list);
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
    }

private:
    [[nodiscard]] ui::StaffDialog* dialog() const { return m_bench->page().findChild<ui::StaffDialog*>(); }
    void choose(const QByteArray& list)
    {
        if (!dialog()) {
            for (ui::LinkButton* one : m_bench->page().findChildren<ui::LinkButton*>()) {
                if (one->isVisible() && one->text() == qtTrId("staff.button")) {
                    one->click();
                }
            }
        }
        const QString path = m_folder.filePath(QStringLiteral("personnel.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(list) == list.size() && file.flush());
        ui::Button* first = buttonNamed(*dialog(), qtTrId("imp.choose"));
        (first ? first : buttonNamed(*dialog(), qtTrId("imp.choose.other")))->click();
        auto* files = dialog()->findChildren<QFileDialog*>().last();
        Q_EMIT files->fileSelected(path);
        files->close();
        settle();
    }

    const QByteArray m_list = "Nom;Pr\xE9nom;Date de sortie\nRoche;Isabelle;30/06/2026\nPeltier;Romain;\n";
    const QTemporaryDir m_folder;
    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::StaffComparisonTest)
#include "StaffComparisonTest.moc"
