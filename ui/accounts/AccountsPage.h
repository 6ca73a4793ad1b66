// SPDX-License-Identifier: MIT
#pragma once

#include "ui/accounts/AccountDialog.h"
#include "ui/data_page/DataPage.h"
#include "ui/models/AccountMatrixModel.h"

class QMenu;

namespace proconnect::ui {

class AccountExporter;
class AccountFilterBar;
class AccountImporter;
class AccountMatrixView;
class AccountSources;
class AccountTreeView;
class Button;
class EmptyState;
class NoteTaking;
class PaperSaver;
class SegmentedControl;
class TextLabel;
class WayOutDialog;

/// V-30 and V-31: every account of everyone, in groups or as a matrix, with the date and the method of its
/// source, and what deserves a look; closing one, taking in the file of a portal.
class AccountsPage final : public DataPage
{
    Q_OBJECT

public:
    explicit AccountsPage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;
    /// `target` is an account's id, "search:words", or "filter:" and a name of AccountFilter.
    void showTarget(const QString& target) override;
    bool focusSearch() override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    enum class View { Table, Matrix };

    [[nodiscard]] QLayout* makeControls();
    [[nodiscard]] QWidget* makeTable();
    void listen();
    void setView(View view);
    void setFilter(AccountFilter filter);
    void setSearch(const QString& words);
    void announceFound();
    void clearFilters();
    void showParts();
    void openAccount(const QString& id);
    void askMenu(const QString& id, const QPoint& global);
    void askSamePerson(const QString& account);
    void askExport();
    void close(const QString& id);
    /// Of the last who administers something: the departures' page closes it, once somebody takes over.
    void askSuccessor(const QString& id);
    /// Who takes over from an administrator who has left.
    void askTakeOver(const QString& id);
    void name(const QString& orphan, const QString& successor);
    /// What becomes of an account that several people use, or how far it is.
    void openShared(const QString& id);
    void startWayOut(const QString& id, int version, const QList<Newcomer>& newcomers, QDate day);
    void stopWayOut(const QString& id);
    [[nodiscard]] QString statedKey(const QString& id) const;
    void declareClosed(const QString& id);
    /// The portal would not close it, or never answered.
    void closeAgain(const QString& id);
    /// Of a way out: who is at fault, and that what was stated is kept.
    void explainRefusal(const Decision& decision, const Failure& failure);
    /// Opens the dialog of a way out that is under way.
    void follow(const QString& id, WayOutDialog* dialog);
    /// It was decided, and the data do not show it yet.
    [[nodiscard]] bool wayOutOnItsWay(const QString& id) const;
    void fillWayOut(const PortalAccount& account, AccountSheet& sheet) const;
    void fillSubstitution(const PortalAccount& account, AccountSheet& sheet) const;
    [[nodiscard]] const PortalAccount* account(const QString& id) const;
    [[nodiscard]] AccountSheet sheetOf(const PortalAccount& account) const;
    /// What nobody would administer any more without this account.
    [[nodiscard]] std::optional<LastHand> lastHand(const PortalAccount& account) const;
    /// The departures' page knows whose it is.
    [[nodiscard]] bool canLeave(const PortalAccount& account) const;
    [[nodiscard]] QString hindrance(const PortalAccount& account) const;
    /// Why nothing can be said of accounts now; empty when it can.
    [[nodiscard]] QString noNotes() const;

    QHash<QString, DepartureTerms> m_stated; ///< what was last decided of shared accounts, by statedKey()
    AccountTreeModel m_model;
    AccountMatrixModel m_matrixModel{m_model};
    SegmentedControl* m_view;
    TextLabel* m_groupingLabel;
    SegmentedControl* m_grouping;
    AccountFilterBar* m_filters;
    Banner* m_trouble;
    AccountTreeView* m_tree;
    AccountMatrixView* m_matrix;
    AccountSources* m_sources;
    EmptyState* m_none;
    EmptyState* m_noMatch;
    NoteTaking* m_notes;
    AccountExporter* m_exporter;
    AccountImporter* m_importer;
    PaperSaver* m_papers;
    Button* m_import;
};

} // namespace proconnect::ui
