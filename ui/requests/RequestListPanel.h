// SPDX-License-Identifier: MIT
#pragma once

#include "ui/data_page/Pane.h"
#include "ui/models/RequestListModel.h"
#include "ui/models/SearchFilterModel.h"

class QTabBar;

namespace proconnect::ui {

class Badge;
class Card;
class EmptyState;
class RequestListView;
class SearchField;
class TextLabel;
class Theme;

/// The left part of D-01: what waits and what was answered, searched, and the one chosen.
class RequestListPanel final : public Pane
{
    Q_OBJECT

public:
    RequestListPanel(const Theme& theme, bool letterShortcuts, QWidget* parent = nullptr);

    void show(const RequestText& text, const DecisionTracker::ByTarget& decisions);
    void setLetterShortcuts(bool on);
    void setHintsVisible(bool visible);

    [[nodiscard]] int waitingCount() const { return m_toAnswer.rowCount(); }
    /// Rows of the current tab that match the search.
    [[nodiscard]] int rowCount() const { return m_filter.rowCount(); }
    [[nodiscard]] bool waitingShown() const;
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] int currentRow() const;
    void selectRow(int row);
    /// Goes to the tab of the request and chooses it; false when there is no such request.
    bool select(const QString& id);
    void showAnswered();
    void markRead(const QString& id) { m_toAnswer.markRead(id); }
    void focusList();
    void focusSearch();

Q_SIGNALS:
    /// Another request is chosen, or none; other rows are shown.
    void changed();
    /// Enter or a click on a request.
    void opened();
    void acceptPressed();
    void refusePressed();

private:
    [[nodiscard]] QWidget* makeTabs(const Theme& theme);
    [[nodiscard]] QWidget* makeHints(const Theme& theme, bool letters);
    [[nodiscard]] RequestListModel& model();
    void chooseTab();
    void search(const QString& words);
    void showParts();

    RequestListModel m_toAnswer{RequestListModel::Section::ToAnswer};
    RequestListModel m_answered{RequestListModel::Section::Answered};
    SearchFilterModel m_filter{RequestListModel::SearchRole};
    QTabBar* m_tabs;
    Badge* m_count;
    SearchField* m_search;
    RequestListView* m_list;
    TextLabel* m_noMatch;
    EmptyState* m_noAnswered;
    QWidget* m_hints;
};

} // namespace proconnect::ui
