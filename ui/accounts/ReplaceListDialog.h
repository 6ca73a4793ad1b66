// SPDX-License-Identifier: MIT
#pragma once

#include "ui/accounts/AccountImportText.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// V-36: a list that ends many accounts, or that takes the place of a newer one, is confirmed a second time.
/// What is safe comes first, and Enter goes back.
class ReplaceListDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `warnings`: why this is asked, at least one.
    ReplaceListDialog(const Theme& theme, const QList<importText::Warning>& warnings, QWidget* parent);

Q_SIGNALS:
    void confirmed();
};

} // namespace proconnect::ui
