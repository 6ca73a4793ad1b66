// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/DateText.h"
#include "ui/widgets/Dialog.h"

class QDateEdit;

namespace proconnect::ui {

/// D-06: the last day of the access, tomorrow to twelve months from now.
class AcceptUntilDialog final : public Dialog
{
    Q_OBJECT

public:
    AcceptUntilDialog(const Theme& theme, const DateText& dates, const QString& person, const QString& portal,
                      QWidget* parent);

Q_SIGNALS:
    void chosen(const QDate& lastDay);

private:
    DateText m_dates;
    QDateEdit* m_day;
    Button* m_accept;
};

} // namespace proconnect::ui
