// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// E05: somebody else signed in than the person whose session is on this computer. The safe way is to leave
/// it at that.
class OtherPersonDialog final : public Dialog
{
    Q_OBJECT

public:
    OtherPersonDialog(const Theme& theme, const Failure& failure, QWidget* parent);

Q_SIGNALS:
    /// The session on this computer is to end for the other person's.
    void changeChosen();
};

} // namespace proconnect::ui
