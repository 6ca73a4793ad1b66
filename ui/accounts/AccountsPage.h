// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/DataPage.h"
#include "ui/models/AccountTreeModel.h"

class QMenu;

namespace proconnect::ui {

class AccountTreeView;
class EmptyState;
class LinkButton;
class SearchField;
class SegmentedControl;
class TagFilter;
class TextLabel;

/// V-30: every account of everyone, in groups, with the date and the method of its source; closing one.
class AccountsPage final : public DataPage
{
    Q_OBJECT

public:
    explicit AccountsPage(const Services& services, QWidget* parent = nullptr);

    void setWidthClass(WidthClass width) override;
    /// `target` is an account's id, "search:words", "filter:departures" or "filter:shared".
    void showTarget(const QString& target) override;
    bool focusSearch() override;

protected:
    void showData(const CompanySnapshot& snapshot) override;

private:
    using Filter = AccountTreeModel::Filter;

    [[nodiscard]] QLayout* makeControls();
    [[nodiscard]] QWidget* makeTable();
    void addFilter(Filter filter, const QString& name, const QString& icon);
    void setFilter(Filter filter);
    void setSearch(const QString& words);
    void clearFilters();
    void showCounts();
    void showSources(const CompanySnapshot& snapshot);
    void showParts();
    void openSources();
    void openAccount(const QString& id);
    /// What the titles of the columns do for the mouse.
    void addSorting(QMenu& menu);
    void askMenu(const QString& id, const QPoint& global);
    void close(const QString& id);
    [[nodiscard]] const PortalAccount* account(const QString& id) const;
    [[nodiscard]] QString hindrance(const PortalAccount& account) const;

    AccountTreeModel m_model;
    SegmentedControl* m_grouping;
    SearchField* m_search;
    QWidget* m_filterBar;
    QHash<int, TagFilter*> m_filters;
    Banner* m_trouble;
    AccountTreeView* m_tree;
    TextLabel* m_sources;
    LinkButton* m_sourcesLink;
    EmptyState* m_none;
    EmptyState* m_noMatch;
};

} // namespace proconnect::ui
