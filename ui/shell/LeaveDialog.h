// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// Asked when somebody leaves while a decision has not: send it, drop it, or stay. Esc stays.
class LeaveDialog final : public Dialog
{
    Q_OBJECT

public:
    /// QuitForgetting: nothing is kept on this computer, for want of a key store.
    enum class Way { Quit, QuitForgetting, SignOut };
    /// What keeps the decision here. Unanswered: it left, and nobody knows whether it arrived.
    enum class Plight { Sendable, Waiting, Unanswered };

    /// Sending is offered only where it can be tried now.
    LeaveDialog(const Theme& theme, Way way, Plight plight, QWidget* parent);

Q_SIGNALS:
    void sendChosen();
    void dropChosen();
};

} // namespace proconnect::ui
