// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/Leavers.h"
#include "ui/departure/DeparturePanel.h"

class QListView;

namespace proconnect::ui {

class Banner;
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
    /// Those picked from a list of staff whose departures are still to be prepared, the next one first.
    void setWaiting(const QList<Leaver>& people);

Q_SIGNALS:
    /// LeaverListModel::TargetRole of the row.
    void chosen(const QString& target);
    void left();
    void sharedAsked();
    void staffAsked();
    /// Leaver::key of the next who was picked.
    void nextAsked(const QString& leaver);
    /// Nobody who was picked is to be remembered.
    void forgetAsked();

private:
    void search(const QString& words);

    LeaverListModel& m_model;
    SearchField* m_search;
    QListView* m_list;
    TextLabel* m_noMatch;
    EmptyState* m_none;
    QWidget* m_waiting;
    Banner* m_waitingBanner;
    QString m_next; ///< Leaver::key
};

} // namespace proconnect::ui
