// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "ui/sheets/SuccessorList.h"
#include "ui/text/SubstitutionText.h"
#include "ui/widgets/Dialog.h"

#include <QHash>

namespace proconnect::ui {

class Banner;
class ComboBox;
class FieldRow;
class SegmentedControl;
class SuccessorSearch;

/// V-33: who takes over from an administrator who has left, the director or somebody with an account on that
/// portal, and what the portal does then. Nothing is sent before it is confirmed.
class TakeOverDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `orphan` is of the snapshot that `text` shows; neither need outlive the constructor.
    TakeOverDialog(const Theme& theme, const SubstitutionText& text, const PortalAccount& orphan,
                   QWidget* parent);

Q_SIGNALS:
    /// PortalAccount::id of whoever takes over.
    void confirmed(const QString& successor);

private:
    /// What is said of one who may take over.
    struct Choice
    {
        QString name;
        QString consequence;
    };

    void addChoice(const QString& portal);
    void addButtons();
    void choose(const QString& account);
    [[nodiscard]] bool isMyself() const;
    /// PortalAccount::id; empty: nobody yet.
    [[nodiscard]] const QString& chosen() const;
    void showChoice();

    QHash<QString, Choice> m_choices; ///< by account
    QStringList m_own;                ///< the director's accounts, the surest first
    QStringList m_ownLabels;          ///< of each
    SuccessorList m_others;
    QString m_other; ///< chosen among the others
    SegmentedControl* m_who = nullptr;
    ComboBox* m_mine = nullptr; ///< which of the director's, where there are several
    FieldRow* m_mineRow = nullptr;
    SuccessorSearch* m_search = nullptr;
    FieldRow* m_searchRow = nullptr;
    Banner* m_effect = nullptr;
    Button* m_go = nullptr;
};

} // namespace proconnect::ui
