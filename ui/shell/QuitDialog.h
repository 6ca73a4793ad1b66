// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// Asked when the window closes while a decision has not left: send it, undo it, or stay. Esc stays.
class QuitDialog final : public Dialog
{
    Q_OBJECT

public:
    QuitDialog(const Theme& theme, QWidget* parent);

Q_SIGNALS:
    void sendChosen();
    void dropChosen();
};

} // namespace proconnect::ui
