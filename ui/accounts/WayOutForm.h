// SPDX-License-Identifier: MIT
#pragma once

#include "ui/sheets/SuccessorList.h"
#include "ui/text/WayOutText.h"

#include <QWidget>

class QDateEdit;
class QLineEdit;
class QVBoxLayout;

namespace proconnect::ui {

class Banner;
class FieldRow;
class NewcomerRow;
class SuccessorSearch;
class TextLabel;
class Theme;

/// Who uses a shared account, as the director says, and from which day it may be closed.
class WayOutForm final : public QWidget
{
    Q_OBJECT

public:
    /// `shared` is of the snapshot that `text` shows; neither need outlive the constructor.
    WayOutForm(const Theme& theme, const WayOutText& text, const PortalAccount& shared,
               QWidget* parent = nullptr);

    [[nodiscard]] QList<Newcomer> newcomers() const;
    [[nodiscard]] QDate day() const;
    /// Everything is there, and nothing at fault.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// How many of them get a message.
    [[nodiscard]] int invited() const;
    /// Starts from what was stated before.
    void resume(const QList<Newcomer>& newcomers, QDate day);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QWidget* makeSearch();
    [[nodiscard]] QWidget* makeOther();
    [[nodiscard]] QWidget* makeDay();
    void addKnown(const QString& account);
    void addOther();
    void add(const Newcomer& newcomer);
    void remove(NewcomerRow* row);
    void showState();

    const Theme& m_theme;
    CompanySnapshot m_company; ///< what is proposed does not change under the hand
    WayOutText m_text;
    PortalAccount m_shared;
    WayOutPlan m_plan;
    QHash<QString, qsizetype> m_there; ///< by PortalAccount::id that is offered, their own account; -1: none
    SuccessorList m_people;
    QList<NewcomerRow*> m_chosen;
    QVBoxLayout* m_rows;
    TextLabel* m_unnamed;
    TextLabel* m_missing;
    SuccessorSearch* m_search = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_email = nullptr;
    FieldRow* m_nameRow = nullptr;
    FieldRow* m_emailRow = nullptr;
    QDateEdit* m_day = nullptr;
    Banner* m_effect = nullptr;
    bool m_complete = false;
};

} // namespace proconnect::ui
