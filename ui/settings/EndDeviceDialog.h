// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// S-82: what signing out on another computer does, before it is done.
class EndDeviceDialog final : public Dialog
{
    Q_OBJECT

public:
    EndDeviceDialog(const Theme& theme, const QString& device, QWidget* parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace proconnect::ui
