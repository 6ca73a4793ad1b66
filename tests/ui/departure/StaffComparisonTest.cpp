// SPDX-License-Identifier: MIT
#include "tests/ui/departure/DepartureBench.h"
#include "ui/departure/StaffDialog.h"
#include "ui/widgets/LinkButton.h"

#include <QCheckBox>
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

    void people_picked_stayInTheDialogUntilAllAre()
    {
        choose(m_list);
        QVERIFY(!go()->isEnabled());
        QCheckBox* isabelle = box(QStringLiteral("Préparer le départ d’Isabelle Roche"));
        isabelle->setFocus(Qt::TabFocusReason);
        QTest::keyClick(isabelle, Qt::Key_Space);
        QVERIFY(!isabelle->accessibleDescription().isEmpty());
        QVERIFY(dialog());
        QCOMPARE(go()->text(), qtTrId("staff.go", 1));
        QTest::keyClick(dialog(), Qt::Key_Return); // Enter leaves nothing behind
        QVERIFY(dialog());
        QCheckBox* other = boxes().at(0) == isabelle ? boxes().at(1) : boxes().at(0);
        other->click();
        QCOMPARE(go()->text(), qtTrId("staff.go", 2));
        other->click();
        QCOMPARE(go()->text(), qtTrId("staff.go", 1));
        go()->click();
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(m_bench->shows(QStringLiteral("Isabelle Roche")));
        QTRY_VERIFY(!dialog());
        QVERIFY(m_bench->bench.decisions.submitted().isEmpty());
    }

    void people_picked_comeOneAfterTheOther()
    {
        choose(m_list);
        QStringList names;
        for (QCheckBox* one : boxes().first(2)) {
            names += one->accessibleName();
            one->click();
        }
        go()->click();
        settle();
        m_bench->page().showTarget(QStringLiteral("unfinished"));
        settle();
        QVERIFY(m_bench->shows(qtTrId("staff.waiting", 2)));
        keepPicture(m_bench->page(), QStringLiteral("departure-staff-waiting"));
        QCOMPARE(clippedTexts(m_bench->page()), QByteArray());
        QCOMPARE(namelessControls(m_bench->page()), QByteArray());
        QVERIFY(m_bench->shows(names.at(1).section(u' ', -1)));
        m_bench->press(qtTrId("staff.next")); // the second: the first was looked at
        settle();
        QCOMPARE(m_bench->page().screenCode(), QStringLiteral("R-41"));
        QVERIFY(m_bench->shows(names.at(1).section(u' ', -1)));
        const QVariant draft = m_bench->page().draft();
        m_bench->page().showTarget(QStringLiteral("unfinished"));
        settle();
        QVERIFY(m_bench->shows(qtTrId("staff.waiting", 2)));
        QVERIFY(draft.isValid());
        for (ui::LinkButton* one : m_bench->page().findChildren<ui::LinkButton*>()) {
            if (one->isVisible() && one->text() == qtTrId("staff.forget")) {
                one->click();
            }
        }
        settle();
        QVERIFY(!m_bench->shows(qtTrId("staff.forget")));
        m_bench->page().restoreDraft(draft);
        m_bench->page().showTarget(QStringLiteral("unfinished"));
        settle();
        QVERIFY(m_bench->shows(qtTrId("staff.waiting", 2)));
    }

    void longList_allAreReached()
    {
        m_bench->show([](CompanySnapshot& snapshot) {
            PortalAccount one = snapshot.accounts.at(0);
            for (int i = 0; i < 100; ++i) {
                const QString name = QStringLiteral("Nouveau%1 Venu").arg(i);
                one.id = one.portal + QStringLiteral(":many%1").arg(i);
                one.portalAccountId = QStringLiteral("many%1").arg(i);
                one.holderName = name;
                one.email = QStringLiteral("nouveau%1@fabre-filles.example").arg(i);
                one.state = AccountState::Active;
                snapshot.accounts.append(one);
            }
        });
        choose("nom_complet;date_sortie\nQuelqu’un d’Autre;\n");
        QCOMPARE(boxes().size(), 40);
        int steps = 0;
        for (ui::LinkButton* more = moreButton(); more != nullptr && steps < 20; more = moreButton()) {
            more->setFocus(Qt::TabFocusReason);
            QTest::keyClick(more, Qt::Key_Space);
            settle();
            ++steps;
        }
        QVERIFY(steps >= 2);
        QVERIFY(boxes().size() >= 100);
        // The keyboard goes on where the list was continued.
        QCOMPARE(boxes().indexOf(qobject_cast<QCheckBox*>(dialog()->focusWidget())) % 40, 0);
        boxes().last()->click();
        boxes().first()->click();
        QCOMPARE(go()->text(), qtTrId("staff.go", 2));
        QCOMPARE(clippedTexts(*dialog()), QByteArray());
    }

    void list_withErrors_suggestsNobody()
    {
        choose("nom;prénom;date de sortie\nRoche;Isabelle;hier\n;;30/06/2026\n");
        const QString shown = shownText(*dialog());
        QVERIFY(shown.contains(qtTrId("imp.faults", 2)));
        QVERIFY(shown.contains(QStringLiteral("Ligne 2")));
        QVERIFY(shown.contains(QStringLiteral("(staff-last-day)")));
        QVERIFY(shown.contains(QStringLiteral("(staff-person)")));
        QVERIFY(boxes().isEmpty());
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
    [[nodiscard]] QList<QCheckBox*> boxes() const { return dialog()->findChildren<QCheckBox*>(); }
    [[nodiscard]] QCheckBox* box(const QString& name) const
    {
        for (QCheckBox* one : boxes()) {
            if (one->accessibleName() == name) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] ui::Button* go() const
    {
        for (ui::Button* one : dialog()->findChildren<ui::Button*>()) {
            if (one->isVisible() && one->text().startsWith(QStringLiteral("Préparer"))) {
                return one;
            }
        }
        return nullptr;
    }
    [[nodiscard]] ui::LinkButton* moreButton() const
    {
        for (ui::LinkButton* one : dialog()->findChildren<ui::LinkButton*>()) {
            if (one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
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
        QTRY_VERIFY_WITH_TIMEOUT(!buttonNamed(*dialog(), qtTrId("imp.reading.stop")), 60'000);
        settle();
    }

    const QByteArray m_list = "Nom;Pr\xE9nom;Date de sortie\nRoche;Isabelle;30/06/2026\nPeltier;Romain;\n";
    const QTemporaryDir m_folder;
    std::unique_ptr<DepartureBench> m_bench;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::StaffComparisonTest)
#include "StaffComparisonTest.moc"
