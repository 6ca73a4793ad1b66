// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/DepartureText.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// Says what nobody could do any more, before the last administrator is closed without a successor.
class WithoutSuccessorDialog final : public Dialog
{
    Q_OBJECT

public:
    WithoutSuccessorDialog(const Theme& theme, const DepartureText& text, const PlannedClosing& closing,
                           QWidget* parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace proconnect::ui
