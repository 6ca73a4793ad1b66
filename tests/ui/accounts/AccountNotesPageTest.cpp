// SPDX-License-Identifier: MIT
#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountMatrixView.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/SamePersonDialog.h"
#include "ui/accounts/SetAsideDialog.h"
#include "ui/accounts/SharedAccountDialog.h"
#include "ui/export/ExportDialog.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SegmentedControl.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QDateEdit>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QtTest>

namespace proconnect::ui {

/// What one does with findings, people, the matrix and files on V-30.
class AccountNotesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_bench->workspace.show(tests::demonstrationSnapshot());
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void sheet_ofAFinding_saysFactReasonAndNextStep();
    void setAside_withAReason_isSentUntilThatDay();
    void setAside_withoutAReason_cannotBe();
    void setAside_refusedByTheService_isSaid();
    void setAsideBefore_isShownWithItsReason_andComesBack();
    void delegateAndOffline_canSetNothingAside();
    void samePerson_answered_isSentAndNothingIsMergedBefore();
    void matrix_byTheKeyboard_opensTheAccount();
    void matrix_largeText_hasNoClippedText();
    void export_asFiltered_writesWhatIsShown();
    void controlsOfTheMatrix_all_haveNames();

private:
    void open()
    {
        m_page = std::make_unique<AccountsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        tests::settle();
    }
    void openSheet(const QString& account)
    {
        m_page->showTarget(account);
        QTest::keyClick(&tree(), Qt::Key_Return);
        QVERIFY(m_page->findChild<AccountDialog*>());
    }
    void askKeeping()
    {
        button(m_page->findChild<AccountDialog*>(), qtTrId("shared.choose"))->click();
        const auto* choosing = m_page->findChild<SharedAccountDialog*>();
        button(choosing, qtTrId("shared.o2"))->click();
        button(choosing, qtTrId("shared.keep"))->click();
    }
    [[nodiscard]] AccountTreeView& tree() const { return *m_page->findChild<AccountTreeView*>(); }
    [[nodiscard]] static QAbstractButton* button(const QWidget* root, const QString& text)
    {
        for (QAbstractButton* one : root->findChildren<QAbstractButton*>()) {
            if (one->text() == text && one->isVisible()) {
                return one;
            }
        }
        return nullptr;
    }
    void showMatrix()
    {
        m_page->findChild<SegmentedControl*>()->setCurrent(1);
        Q_EMIT m_page->findChild<SegmentedControl*>()->chosen(1);
        tests::settle();
    }

    const QString m_shared = QStringLiteral("asp:ASP-5b1781be");
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<AccountsPage> m_page;
};

void AccountNotesPageTest::sheet_ofAFinding_saysFactReasonAndNextStep()
{
    openSheet(QStringLiteral("impots:IMP-bf336421"));
    const auto* sheet = m_page->findChild<AccountDialog*>();
    tests::keepPicture(*m_page->findChild<AccountDialog*>(), QStringLiteral("accounts-findings"));
    QVERIFY(tests::shows(*sheet, qtTrId("find.former.why")));
    QVERIFY(tests::shows(*sheet, qtTrId("find.orphan.why")));
    QVERIFY(tests::shows(*sheet, qtTrId("find.left.why")));
    QVERIFY(tests::shows(*sheet, QStringLiteral("bernard.fabre@fabre-filles.example ne reçoit plus")));
    QCOMPARE(tests::clippedTexts(*sheet), QByteArray());
}

void AccountNotesPageTest::setAside_withAReason_isSentUntilThatDay()
{
    openSheet(QStringLiteral("prodouane:PRO-1eaaa14a"));
    button(m_page->findChild<AccountDialog*>(), qtTrId("find.aside"))->click();
    const auto* dialog = m_page->findChild<SetAsideDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral(" Second en mai "));
    dialog->findChild<QDateEdit*>()->setDate(QDate(2027, 5, 31));
    button(dialog, qtTrId("find.aside.go"))->click();
    const SetAsideOrder expected{QStringLiteral("prodouane:PRO-1eaaa14a"), FindingKind::OnlyAdministrator,
                                 QStringLiteral("Second en mai"), QDate(2027, 5, 31)};
    QCOMPARE(m_bench->notes.orders, QList<SetAsideOrder>{expected});
}

void AccountNotesPageTest::setAside_withoutAReason_cannotBe()
{
    openSheet(m_shared);
    askKeeping();
    const auto* dialog = m_page->findChild<SetAsideDialog*>();
    QVERIFY(!button(dialog, qtTrId("shared.keep.go"))->isEnabled());
    QVERIFY(tests::shows(*dialog, qtTrId("find.aside.missing")));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("   "));
    QVERIFY(!button(dialog, qtTrId("shared.keep.go"))->isEnabled());
    QVERIFY(dialog->findChild<QDateEdit*>()->maximumDate() <= QDate(2027, 11, 23));
}

void AccountNotesPageTest::setAside_refusedByTheService_isSaid()
{
    m_bench->notes.trouble = Failure{FailureCode::MandateEnded, QStringLiteral("no mandate"), {}};
    openSheet(m_shared);
    askKeeping();
    const auto* dialog = m_page->findChild<SetAsideDialog*>();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("Accueil"));
    button(dialog, qtTrId("shared.keep.go"))->click();
    const auto banners = m_page->findChildren<Banner*>();
    QVERIFY(std::any_of(banners.cbegin(), banners.cend(),
                        [](const Banner* banner) {
                            return banner->isVisible() &&
                                   banner->accessibleName().contains(QStringLiteral("dirigeant"));
                        }) ||
            tests::shows(*m_page, QStringLiteral("registre")));
}

void AccountNotesPageTest::setAsideBefore_isShownWithItsReason_andComesBack()
{
    CompanySnapshot snapshot = *m_bench->workspace.snapshot();
    const SetAside one{
        m_shared,           FindingKind::Shared,         QStringLiteral("Poste <b>d’accueil</b>"),
        QDate(2027, 5, 31), QStringLiteral("Paul Roux"), snapshot.asOf};
    snapshot.setAside = {one};
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    openSheet(m_shared);
    const auto* sheet = m_page->findChild<AccountDialog*>();
    QVERIFY(tests::shows(*sheet, QStringLiteral("Poste <b>d’accueil</b>")));
    QVERIFY(tests::shows(*sheet, QStringLiteral("Paul Roux")));
    button(sheet, qtTrId("find.back"))->click();
    QCOMPARE(m_bench->notes.orders.size(), 1);
    QCOMPARE(m_bench->notes.orders.first().until, QDate(2026, 11, 22));
    QCOMPARE(m_bench->notes.orders.first().kind, FindingKind::Shared);
}

void AccountNotesPageTest::delegateAndOffline_canSetNothingAside()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    openSheet(m_shared);
    QVERIFY(!button(m_page->findChild<AccountDialog*>(), qtTrId("shared.choose")));
    QVERIFY(tests::shows(*m_page->findChild<AccountDialog*>(), DataPage::offlineReason()));
    m_page->findChild<AccountDialog*>()->reject();
    m_bench->workspace.setConnection(Workspace::Connection::Online);
    CompanySnapshot snapshot = *m_bench->workspace.snapshot();
    snapshot.company.function.clear();
    m_bench->workspace.show(snapshot);
    open();
    openSheet(m_shared);
    QVERIFY(!button(m_page->findChild<AccountDialog*>(), qtTrId("shared.choose")));
    QVERIFY(tests::shows(*m_page->findChild<AccountDialog*>(), qtTrId("find.delegate")));
}

void AccountNotesPageTest::samePerson_answered_isSentAndNothingIsMergedBefore()
{
    CompanySnapshot snapshot = *m_bench->workspace.snapshot();
    PortalAccount other =
        *std::find_if(snapshot.accounts.cbegin(), snapshot.accounts.cend(),
                      [](const auto& one) { return one.holderName == QLatin1String("Isabelle Roche"); });
    other.id = QStringLiteral("asp:ASP-2");
    other.portal = QStringLiteral("asp");
    other.email = QStringLiteral("i.roche@fabre-filles.example");
    snapshot.accounts += other;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    auto* model = static_cast<AccountTreeModel*>(tree().model());
    const QModelIndex group = model->groupOf(other.email);
    QVERIFY(group.isValid());
    tree().setCurrentIndex(group);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&tree(), &asked);
    const auto* dialog = m_page->findChild<SamePersonDialog*>();
    QVERIFY(dialog);
    tests::keepPicture(*m_page, QStringLiteral("accounts-two-addresses"));
    QVERIFY(tests::shows(*dialog, QStringLiteral("isabelle.roche@fabre-filles.example")));
    button(dialog, qtTrId("same.yes"))->click();
    QCOMPARE(m_bench->notes.links.size(), 1);
    QVERIFY(m_bench->notes.links.first().same);
    QCOMPARE(m_bench->notes.links.first().addresses,
             (QStringList{other.email, QStringLiteral("isabelle.roche@fabre-filles.example")}));
}

void AccountNotesPageTest::matrix_byTheKeyboard_opensTheAccount()
{
    showMatrix();
    auto* matrix = m_page->findChild<AccountMatrixView*>();
    tests::keepPicture(*m_page, QStringLiteral("accounts-matrix"));
    QVERIFY(matrix->isVisible());
    QVERIFY(!tree().isVisible());
    QCOMPARE(m_page->screenCode(), QStringLiteral("V-31"));
    matrix->setFocus(Qt::TabFocusReason);
    matrix->setCurrentIndex(matrix->model()->index(0, 1));
    QTest::keyClick(matrix, Qt::Key_Left);
    QTest::keyClick(matrix, Qt::Key_Return);
    QVERIFY(m_page->findChild<AccountDialog*>());
}

void AccountNotesPageTest::matrix_largeText_hasNoClippedText()
{
    m_bench->theme.setTextScale(2.0);
    open();
    m_page->setWidthClass(WidthClass::Rail);
    m_page->resize(1280 - 168, 800);
    showMatrix();
    tests::keepPicture(*m_page, QStringLiteral("accounts-matrix-200"));
    QCOMPARE(tests::clippedTexts(*m_page), QByteArray());
}

void AccountNotesPageTest::export_asFiltered_writesWhatIsShown()
{
    const QTemporaryDir folder;
    m_page->showTarget(QStringLiteral("filter:departures"));
    button(m_page.get(), qtTrId("exp.button"))->click();
    const auto* dialog = m_page->findChild<ExportDialog*>();
    QVERIFY(tests::shows(*dialog, QStringLiteral("6\u00a0comptes")));
    button(dialog, qtTrId("exp.go"))->click();
    auto* files = m_page->findChild<QFileDialog*>();
    QVERIFY(files);
    const QString path = folder.filePath(QStringLiteral("comptes.csv"));
    Q_EMIT files->fileSelected(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines =
        QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1 + 6);
    QVERIFY(lines.first().startsWith(QStringLiteral("Titulaire;Adresse de connexion;Portail;")));
    for (const QString& line : lines.mid(1)) {
        QCOMPARE(line.count(u';'), lines.first().count(u';'));
    }
    QVERIFY(lines.at(1).contains(
        QStringLiteral("Julie Perrin;julie.perrin@delorme-associes.example;impots.gouv.fr")));
    QVERIFY(lines.at(1).contains(QStringLiteral("2026-06-30")));
    QVERIFY(tests::shows(*m_page, qtTrId("exp.done")));
    Q_EMIT files->fileSelected(folder.filePath(QStringLiteral("nowhere/comptes.csv")));
    QVERIFY(tests::shows(*m_page, qtTrId("exp.failed")));
}

void AccountNotesPageTest::controlsOfTheMatrix_all_haveNames()
{
    showMatrix();
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::AccountNotesPageTest)
#include "AccountNotesPageTest.moc"
