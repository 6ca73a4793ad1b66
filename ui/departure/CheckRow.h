// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DepartureChoices.h"
#include "ui/text/DepartureText.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace proconnect::ui {

class FieldRow;
class LinkButton;
class TextLabel;
class Theme;

/// One account in R-41: whether it is closed, what happens then, and who takes over from the last
/// administrator.
class CheckRow final : public QWidget
{
    Q_OBJECT

public:
    CheckRow(const Theme& theme, const DepartureText& text, const PlannedClosing& closing, bool stacked,
             QWidget* parent = nullptr);

    /// The names of the columns, over rows that are not stacked.
    [[nodiscard]] static QWidget* makeHeading(const Theme& theme);
    /// Follows what was chosen elsewhere.
    void showChoices(const CompanySnapshot& company, const DepartureChoices& choices);
    [[nodiscard]] const QString& account() const { return m_closing.account; }

Q_SIGNALS:
    void closedToggled(bool closed);
    /// PortalAccount::id; empty: nobody.
    void successorChosen(const QString& account);
    void withoutSuccessorAsked();
    void successorWanted();

private:
    QWidget* makeHappens(const DepartureText& text);
    void addSuccessor(const DepartureText& text, QWidget* place);

    const Theme& m_theme;
    PlannedClosing m_closing;
    QString m_portal;
    QCheckBox* m_closed;
    TextLabel* m_happens = nullptr;
    QComboBox* m_successor = nullptr;
    FieldRow* m_field = nullptr;
    TextLabel* m_nobody = nullptr;
    LinkButton* m_without = nullptr;
};

} // namespace proconnect::ui
