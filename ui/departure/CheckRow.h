// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DepartureChoices.h"
#include "ui/sheets/SuccessorList.h"
#include "ui/text/DepartureText.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace proconnect::ui {

class FieldRow;
class LinkButton;
class SuccessorSearch;
class TextLabel;
class Theme;

/// One account in R-41: whether it is closed, what happens then, and who takes over from the last
/// administrator.
class CheckRow final : public QWidget
{
    Q_OBJECT

public:
    /// What a row says before anything is chosen.
    struct Content
    {
        PlannedClosing closing; ///< without positions: they mean another account in other data
        QString portal;
        QString which; ///< whose account it is, or which of two; may be empty
        QString holder;
        QString rights;
        QString deadlines;
        SuccessorList successors;

        friend bool operator==(const Content&, const Content&) = default;
    };
    [[nodiscard]] static Content contentOf(const DepartureText& text, const PlannedClosing& closing,
                                           const QString& which);

    CheckRow(const Theme& theme, const Content& content, bool stacked, QWidget* parent = nullptr);

    /// The names of the columns, over rows that are not stacked.
    [[nodiscard]] static QWidget* makeHeading(const Theme& theme);
    /// Follows what was chosen elsewhere. `closing` as `company` has it.
    void showChoices(const CompanySnapshot& company, const PlannedClosing& closing,
                     const DepartureChoices& choices);
    [[nodiscard]] const QString& account() const { return m_content.closing.account; }

Q_SIGNALS:
    void closedToggled(bool closed);
    /// PortalAccount::id; empty: nobody.
    void successorChosen(const QString& account);
    void withoutSuccessorAsked();
    void successorWanted();

private:
    [[nodiscard]] QWidget* makeName(bool stacked);
    QWidget* makeHappens();
    void addSuccessor(QWidget* place);
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeSearch();
    /// What stands under the field once somebody is chosen.
    [[nodiscard]] QString hint(const PortalAccount& successor) const;
    void showSuccessor(const QString& account);
    /// The portal's name, and which of its accounts where that is needed.
    [[nodiscard]] QString spoken() const;

    const Theme& m_theme;
    Content m_content;
    QCheckBox* m_closed;
    TextLabel* m_happens = nullptr;
    QComboBox* m_list = nullptr;         ///< of a few
    SuccessorSearch* m_search = nullptr; ///< among many
    FieldRow* m_field = nullptr;
    TextLabel* m_nobody = nullptr;
    LinkButton* m_without = nullptr;
};

} // namespace proconnect::ui
