// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/DelegationRows.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// The words of a button that does `order`.
[[nodiscard]] QString orderText(DelegationOrder order);

/// L-62, L-63: what an act on a delegation does, before it is done.
class DelegationActDialog final : public Dialog
{
    Q_OBJECT

public:
    DelegationActDialog(const Theme& theme, const DelegationRow& row, DelegationOrder order, QWidget* parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace proconnect::ui
