// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// Asked when somebody leaves while a decision has not: send it, drop it, or stay. Esc stays.
class LeaveDialog final : public Dialog
{
    Q_OBJECT

public:
    enum class Way { Quit, SignOut };

    /// `sendable`: whether sending can be tried now.
    LeaveDialog(const Theme& theme, Way way, bool sendable, QWidget* parent);

Q_SIGNALS:
    void sendChosen();
    void dropChosen();
};

} // namespace proconnect::ui
