// SPDX-License-Identifier: MIT
#pragma once

#include "ui/departure/DeparturePanel.h"

class QListView;

namespace proconnect::ui {

class EmptyState;
class LeaverListModel;
class SearchField;
class TextLabel;

/// departures to resume, and who leaves. Nothing is closed here.
class ChoosePanel final : public DeparturePanel
{
    Q_OBJECT

public:
    /// `model` must outlive this.
    ChoosePanel(const Theme& theme, LeaverListModel& model, QWidget* parent = nullptr);

    void focusSearch();
    void clearSearch();
    /// After the model changed.
    void showParts();

Q_SIGNALS:
    /// LeaverListModel::TargetRole of the row.
    void chosen(const QString& target);
    void left();
    void sharedAsked();
    void staffAsked();

private:
    void search(const QString& words);

    LeaverListModel& m_model;
    SearchField* m_search;
    QListView* m_list;
    TextLabel* m_noMatch;
    EmptyState* m_none;
};

} // namespace proconnect::ui
