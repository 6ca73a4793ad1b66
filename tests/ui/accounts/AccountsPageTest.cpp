// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountsPage.h"

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountDialog.h"
#include "ui/accounts/AccountTreeView.h"
#include "ui/models/AccountTreeModel.h"
#include "ui/text/Format.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TagFilter.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

namespace proconnect::ui {

class AccountsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<tests::UiBench>();
        m_bench->workspace.show(tests::demonstrationSnapshot());
        m_page = std::make_unique<AccountsPage>(m_bench->services);
        m_page->resize(944, 740);
        m_page->setWidthClass(WidthClass::Normal);
        m_page->refresh();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        tests::settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_bench.reset();
    }

    void deleteKey_onALine_asksThenSubmitsTheClosure();
    void closeDialog_enter_doesNotClose();
    void search_typed_filtersAfterAPause();
    void filter_departuresTarget_showsLeavers();
    void newData_collapsedGroup_staysCollapsed();
    void newData_oneAccount_leavesTheLineChosenAndInSight();
    void sortMenu_ofALineByTheKeyboard_sorts();
    void ownAccount_dialog_offersNoClosure();
    void delegate_dialog_offersNoClosure();
    void offline_dialog_saysWhyNot();
    void portalDown_banner_saysSinceWhen();
    void portals_neverHeard_areNotCounted();
    void smallWindow_page_fits();
    void largeText_page_hasNoClippedText();
    void controls_all_haveNames();
    void tenThousandAccounts_open_staysQuick();

private:
    [[nodiscard]] AccountTreeView& tree() const { return *m_page->findChild<AccountTreeView*>(); }
    [[nodiscard]] AccountDialog* dialog() const { return m_page->findChild<AccountDialog*>(); }
    [[nodiscard]] Button* closeButton() const
    {
        for (Button* button : dialog()->findChildren<Button*>()) {
            if (button->text() == qtTrId("acc.sheet.close.key")) {
                return button;
            }
        }
        return nullptr;
    }

    const QString m_julie = QStringLiteral("impots:IMP-f623cc71");
    std::unique_ptr<tests::UiBench> m_bench;
    std::unique_ptr<AccountsPage> m_page;
};

void AccountsPageTest::deleteKey_onALine_asksThenSubmitsTheClosure()
{
    m_page->showTarget(m_julie);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(dialog());
    QVERIFY(m_bench->decisions.submitted().isEmpty());
    QTest::mouseClick(closeButton(), Qt::LeftButton);
    QCOMPARE(m_bench->decisions.submitted().size(), 1);
    const Decision decision = m_bench->decisions.submitted().first();
    QCOMPARE(decision.kind, DecisionKind::CloseAccount);
    QCOMPARE(decision.target, m_julie);
    QCOMPARE(decision.siren, QStringLiteral("000058263"));
    QVERIFY(decision.shown.contains(QStringLiteral("ne pourra plus l’utiliser")));
    const QModelIndex line = tree().model()->index(0, 0, tree().model()->index(0, 0));
    QCOMPARE(line.siblingAtColumn(AccountTreeModel::StateColumn).data().toString(),
             QStringLiteral("Fermeture à envoyer"));

    m_bench->decisions.undo(decision.id.isEmpty() ? QStringLiteral("decision-1") : decision.id);
    QCOMPARE(tree()
                 .model()
                 ->index(0, 0, tree().model()->index(0, 0))
                 .siblingAtColumn(AccountTreeModel::StateColumn)
                 .data()
                 .toString(),
             QStringLiteral("Utilisé après le départ"));
}

void AccountsPageTest::closeDialog_enter_doesNotClose()
{
    m_page->showTarget(m_julie);
    QTest::keyClick(&tree(), Qt::Key_Return);
    QVERIFY(dialog());
    QTest::keyClick(dialog(), Qt::Key_Return);
    QVERIFY(m_bench->decisions.submitted().isEmpty());
}

void AccountsPageTest::search_typed_filtersAfterAPause()
{
    auto* model = static_cast<AccountTreeModel*>(tree().model());
    QVERIFY(m_page->focusSearch());
    QTest::keyClicks(m_page->findChild<SearchField*>(), QStringLiteral("perrin"));
    QTRY_COMPARE(model->shownCount(), 1);
}

void AccountsPageTest::filter_departuresTarget_showsLeavers()
{
    auto* model = static_cast<AccountTreeModel*>(tree().model());
    m_page->showTarget(QStringLiteral("filter:departures"));
    QCOMPARE(model->shownCount(), model->count(AccountFilter::Departures));
    m_page->showTarget(QStringLiteral("search:Isabelle Roche"));
    QCOMPARE(model->filter(), AccountTreeModel::Filter::Open);
    QCOMPARE(model->rowCount(), 1);
}

void AccountsPageTest::newData_collapsedGroup_staysCollapsed()
{
    const QModelIndex second = tree().model()->index(1, 0);
    const QString key = second.data(AccountTreeModel::KeyRole).toString();
    tree().collapse(second);
    CompanySnapshot next = tests::demonstrationSnapshot();
    next.cursor += 1;
    next.accounts.first().roleLabel = QStringLiteral("Autre");
    m_bench->workspace.show(next);
    m_page->refresh();
    const auto* model = static_cast<AccountTreeModel*>(tree().model());
    QVERIFY(!tree().isExpanded(model->indexOf(key)));
    QVERIFY(tree().isExpanded(model->index(0, 0)));
}

void AccountsPageTest::newData_oneAccount_leavesTheLineChosenAndInSight()
{
    m_page->showTarget(QStringLiteral("portailpro:POR-111cd39a"));
    tree().setFocus();
    const QPersistentModelIndex line = tree().currentIndex();
    const QString key = line.data(AccountTreeModel::KeyRole).toString();
    QVERIFY(line.parent().isValid());
    const QSignalSpy resets(tree().model(), &QAbstractItemModel::modelReset);
    CompanySnapshot next = tests::demonstrationSnapshot();
    next.cursor += 1;
    PortalAccount came = next.accounts.first();
    came.id += u'2';
    came.holderName = QStringLiteral("Zoé Ziani");
    came.email = QStringLiteral("zoe.ziani@fabre-filles.example");
    next.accounts.insert(1, came);
    next.accounts.last().lastUsedAt = tests::demonstrationNow();
    m_bench->workspace.show(next);
    m_page->refresh();
    tests::settle();
    QCOMPARE(resets.size(), 0);
    QCOMPARE(QModelIndex(line), tree().currentIndex());
    QCOMPARE(line.data(AccountTreeModel::KeyRole).toString(), key);
    QVERIFY(tree().selectionModel()->isSelected(line));
    QVERIFY(tree().hasFocus());
    QVERIFY(tree().viewport()->rect().intersects(tree().visualRect(line)));
    // Who came is open as the others are.
    QVERIFY(tree().isExpanded(static_cast<AccountTreeModel*>(tree().model())->groupOf(came.email)));
}

void AccountsPageTest::sortMenu_ofALineByTheKeyboard_sorts()
{
    m_page->showTarget(m_julie);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(&tree(), &asked);
    QList<QAction*> choices;
    for (const QMenu* menu : m_page->findChildren<QMenu*>()) {
        if (menu->title() == qtTrId("acc.menu.sort")) {
            choices = menu->actions();
        }
    }
    QCOMPARE(choices.size(), 5);
    QVERIFY(tree().header()->sortIndicatorSection() != AccountTreeModel::StateColumn);
    choices.constLast()->trigger();
    QCOMPARE(tree().header()->sortIndicatorSection(), static_cast<int>(AccountTreeModel::StateColumn));
}

void AccountsPageTest::ownAccount_dialog_offersNoClosure()
{
    m_page->showTarget(QStringLiteral("portailpro:POR-111cd39a"));
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(dialog());
    QVERIFY(!closeButton());
}

void AccountsPageTest::delegate_dialog_offersNoClosure()
{
    CompanySnapshot snapshot = *m_bench->workspace.snapshot();
    snapshot.company.function.clear();
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    m_page->showTarget(m_julie);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(dialog());
    QVERIFY(!closeButton());
    QVERIFY(
        tests::shows(*m_page, QStringLiteral("Seul un dirigeant de l’entreprise peut fermer un compte.")));
}

void AccountsPageTest::offline_dialog_saysWhyNot()
{
    m_bench->workspace.setConnection(Workspace::Connection::Offline);
    QVERIFY(tests::shows(*m_page, qtTrId("off.banner")));
    m_page->showTarget(m_julie);
    QTest::keyClick(&tree(), Qt::Key_Delete);
    QVERIFY(!closeButton());
    const auto labels = dialog()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel* label) { return label->text() == DataPage::offlineReason(); }));
}

void AccountsPageTest::portalDown_banner_saysSinceWhen()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    snapshot.sources.first().state = PortalSource::State::Unreachable;
    snapshot.sources.first().failingSince = tests::demonstrationNow().addSecs(-900);
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, QStringLiteral("impots.gouv.fr ne répond pas depuis 08:15")));
}

void AccountsPageTest::portals_neverHeard_areNotCounted()
{
    CompanySnapshot snapshot = tests::demonstrationSnapshot();
    const auto all = snapshot.portals.size();
    QVERIFY(all > 3);
    for (PortalSource& source : snapshot.sources) {
        source.state = PortalSource::State::Fresh;
    }
    snapshot.sources[0].state = PortalSource::State::Never;
    snapshot.sources[1].state = PortalSource::State::Never;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, QStringLiteral("sur %1 portails").arg(all - 2)));
    QVERIFY(tests::shows(*m_page, QStringLiteral("2 portails n’ont pas encore répondu.")));
    snapshot.sources[1].state = PortalSource::State::Unreachable;
    m_bench->workspace.show(snapshot);
    m_page->refresh();
    QVERIFY(tests::shows(*m_page, qtTrId("acc.trouble.down", 1)));
    QVERIFY(tests::shows(*m_page, QStringLiteral("Un portail ne répond pas.")));
}

void AccountsPageTest::smallWindow_page_fits()
{
    m_page->setWidthClass(WidthClass::Narrow);
    tests::settle();
    const QSize room(1024 - 188, 640 - 32);
    QVERIFY2(m_page->minimumSizeHint().height() <= room.height(),
             qPrintable(QString::number(m_page->minimumSizeHint().height())));
    QVERIFY2(m_page->minimumSizeHint().width() <= room.width(),
             qPrintable(QString::number(m_page->minimumSizeHint().width())));
}

void AccountsPageTest::largeText_page_hasNoClippedText()
{
    m_bench->theme.setTextScale(2.0);
    AccountsPage large(m_bench->services);
    large.setWidthClass(WidthClass::Rail);
    large.resize(1280 - 168, 800);
    large.refresh();
    large.show();
    tests::settle();
    QCOMPARE(tests::clippedTexts(large), QByteArray());
}

void AccountsPageTest::controls_all_haveNames()
{
    QCOMPARE(tests::namelessControls(*m_page), QByteArray());
}

void AccountsPageTest::tenThousandAccounts_open_staysQuick()
{
    // Generous for a debug build on a busy machine; the release build takes a tenth of it.
    constexpr qint64 budget = 4000;
    QElapsedTimer timer;
    timer.start();
    m_bench->workspace.show(tests::largeSnapshot(10000, 2000));
    m_page->refresh();
    tests::settle();
    QVERIFY2(timer.elapsed() < budget, qPrintable(QString::number(timer.elapsed())));
}

} // namespace proconnect::ui

QTEST_MAIN(proconnect::ui::AccountsPageTest)
#include "AccountsPageTest.moc"
