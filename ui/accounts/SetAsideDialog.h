// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccountNotes.h"
#include "core/model/PortalAccount.h"
#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QDateEdit;
class QLineEdit;

namespace proconnect::ui {

class TextLabel;

/// A finding is left as it is, with a reason, from tomorrow to twelve months from now.
class SetAsideDialog final : public Dialog
{
    Q_OBJECT

public:
    SetAsideDialog(const Theme& theme, const DateText& dates, const PortalAccount& account, FindingKind kind,
                   QWidget* parent);

Q_SIGNALS:
    void chosen(const proconnect::SetAsideOrder& order);

private:
    void showChoice();

    QLineEdit* m_reason;
    QDateEdit* m_day;
    TextLabel* m_missing;
    Button* m_go;
};

} // namespace proconnect::ui
