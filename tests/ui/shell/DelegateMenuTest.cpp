// SPDX-License-Identifier: MIT
#include "tests/ui/shell/ProbePages.h"
#include "tests/ui/support/Shown.h"
#include "ui/shell/SideMenu.h"
#include "ui/shell/WorkView.h"
#include "ui/text/RegisterText.h"
#include "ui/widgets/NavigationItem.h"

#include <QTest>

#include <algorithm>

namespace proconnect::tests {

/// The menu of somebody who acts for a company without leading it.
class DelegateMenuTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<UiBench>();
        m_entries = probeEntries();
        m_entries[1].directorsOnly = true;
        m_menu = std::make_unique<ui::SideMenu>(m_bench->services, m_entries);
        m_menu->setWidthClass(ui::WidthClass::Normal);
        m_menu->resize(260, 800);
        m_menu->show();
    }
    void cleanup()
    {
        m_menu.reset();
        m_bench.reset();
    }

    void director_seesEveryEntryAndTheirFunction()
    {
        showAs(demonstrationSnapshot().company.function);
        QCOMPARE(shownEntries(), static_cast<int>(m_entries.size()));
        QVERIFY(shownText(*m_menu).contains(ui::officeText(demonstrationSnapshot().company.function)));
    }

    void delegate_seesNothingForDirectorsOnly()
    {
        showAs({});
        QCOMPARE(shownEntries(), static_cast<int>(m_entries.size()) - 1);
        QVERIFY(shownText(*m_menu).contains(QStringLiteral("Administrateur nommé")));
        // The arrows pass over what is not there.
        auto* first = entries().first();
        first->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_menu.get()));
        QTest::keyClick(first, Qt::Key_Down);
        QVERIFY(entries().at(2)->hasFocus());
    }

    void delegate_shortcutToADirectorsPage_opensNothing()
    {
        showAs({});
        ui::WorkView view(m_bench->services, m_entries);
        view.openPage(m_entries[0].id);
        view.openPage(m_entries[1].id);
        QCOMPARE(view.currentPage(), m_entries[0].id);
        view.openPage(m_entries[2].id);
        QCOMPARE(view.currentPage(), m_entries[2].id);
    }

    void directorsPage_companyOfADelegation_givesWayToTheFirst()
    {
        showAs(demonstrationSnapshot().company.function);
        ui::WorkView view(m_bench->services, m_entries);
        view.openPage(m_entries[1].id);
        QCOMPARE(view.currentPage(), m_entries[1].id);
        showAs({});
        QCOMPARE(view.currentPage(), m_entries[0].id);
    }

private:
    void showAs(const QString& function)
    {
        UserProfile profile = demonstrationProfile();
        CompanySnapshot snapshot = demonstrationSnapshot();
        profile.companies[0].function = function;
        snapshot.company.function = function;
        m_bench->session.signIn(profile);
        m_bench->workspace.show(snapshot);
        m_menu->refresh();
        settle();
    }
    [[nodiscard]] QList<ui::NavigationItem*> entries() const
    {
        return m_menu->findChildren<ui::NavigationItem*>();
    }
    [[nodiscard]] int shownEntries() const
    {
        const auto all = entries();
        return static_cast<int>(
            std::count_if(all.begin(), all.end(), [](const auto* one) { return one->isVisible(); }));
    }

    std::unique_ptr<UiBench> m_bench;
    std::vector<ui::PageEntry> m_entries;
    std::unique_ptr<ui::SideMenu> m_menu;
};

} // namespace proconnect::tests

QTEST_MAIN(proconnect::tests::DelegateMenuTest)
#include "DelegateMenuTest.moc"
