// SPDX-License-Identifier: MIT
#pragma once

#include "ui/departure/CheckRow.h"
#include "ui/departure/DeparturePanel.h"
#include "ui/text/DepartureText.h"

#include <QList>

namespace proconnect::ui {

class Avatar;
class Banner;
class Button;
class DepartureWhen;
class TextLabel;

/// everything that follows from a departure, before anything happens, and what is chosen of it.
class CheckPanel final : public DeparturePanel
{
    Q_OBJECT

public:
    CheckPanel(const Theme& theme, const DateText& dates, QWidget* parent = nullptr);

    /// Shows the plan; `hindrance`: why nothing can be decided now, empty when it can. The text is used
    /// during the call only.
    void show(const DepartureText& text, const DeparturePlan& plan, const QString& hindrance);
    [[nodiscard]] const DepartureChoices& choices() const { return m_choices; }
    /// Of another person, or those that were made before.
    void setChoices(const DepartureChoices& choices);
    void setStacked(bool stacked);

Q_SIGNALS:
    void backClicked();
    void goClicked();
    /// The choices changed; what stays open may change the plan.
    void chosen();
    /// Closing this account (PortalAccount::id) without a successor is to be explained.
    void withoutSuccessorAsked(const QString& account);

public:
    /// `read`: what was spelled out of it when somebody agreed.
    void closeWithoutSuccessor(const QString& account, const SpelledOut& read);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeTable();
    void build();
    void connectRow(CheckRow& row);
    void showSums(const DepartureText& text);

    DepartureWhen* m_when;
    Avatar* m_avatar;
    TextLabel* m_title;
    TextLabel* m_who;
    Banner* m_firm;
    QWidget* m_table = nullptr;
    QList<CheckRow*> m_rows;
    QList<CheckRow::Content> m_contents; ///< of the rows
    TextLabel* m_leftOut;
    Banner* m_consequence;
    TextLabel* m_hindrance;
    TextLabel* m_undo;
    Button* m_go;
    DeparturePlan m_plan;
    DepartureChoices m_choices;
    bool m_stacked = false;
    bool m_built = false;
};

} // namespace proconnect::ui
