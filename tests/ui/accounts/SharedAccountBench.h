// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/support/Shown.h"
#include "tests/ui/support/UiBench.h"
#include "ui/accounts/AccountDialog.h"
#include "ui/accounts/AccountsPage.h"
#include "ui/accounts/SharedAccountDialog.h"
#include "ui/accounts/WayOutDialog.h"
#include "ui/sheets/SuccessorSearch.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkButton.h"

class QRadioButton;

namespace proconnect::tests {

/// The page of accounts, where the company has an account at a shared address on net-entreprises.fr that is
/// used from three computers, with two rights in two establishments.
class SharedAccountBench
{
public:
    SharedAccountBench();

    static const QString compta; ///< PortalAccount::id of the shared account
    static const QString haddad; ///< of Karim Haddad's own there
    static const QString portal;
    static const QString address;

    [[nodiscard]] static PortalAccount& accountOf(CompanySnapshot& snapshot, const QString& id);

    void openPage(int width, int height);
    /// How a dialog is looked at: rows for openPageAsRow().
    static void everySizeRows();
    /// At the smallest width, as the test's row says.
    void openPageAsRow();
    template <typename Change>
    void change(Change change)
    {
        CompanySnapshot snapshot = *bench.workspace.snapshot();
        change(snapshot);
        ++snapshot.cursor;
        bench.workspace.show(snapshot);
        page->refresh();
        settle();
    }
    /// An account for each person was decided: one is asked to register, of the other the portal said no.
    void underWay(DepartureStepState state, int days);

    void openSheet();
    void openShared();
    /// Of the way out that is under way.
    [[nodiscard]] ui::WayOutDialog* follow();
    void search(const QString& words);
    void addOther(const QString& name, const QString& mail);
    void choose(const QString& name);

    [[nodiscard]] QRadioButton* radio(const QString& name) const;
    [[nodiscard]] static ui::LinkButton* linkNamed(const QWidget& root, const QString& name);
    [[nodiscard]] Decision onlyDecision() const;
    [[nodiscard]] ui::AccountDialog* sheet() const { return page->findChild<ui::AccountDialog*>(); }
    [[nodiscard]] ui::SharedAccountDialog* dialog() const
    {
        return page->findChild<ui::SharedAccountDialog*>();
    }
    [[nodiscard]] ui::SuccessorSearch* field() const { return dialog()->findChild<ui::SuccessorSearch*>(); }
    [[nodiscard]] ui::Button* go(const QString& text) const { return buttonNamed(*dialog(), text); }

    UiBench bench;
    std::unique_ptr<ui::AccountsPage> page;
};

} // namespace proconnect::tests
