// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "ui/text/AccountText.h"
#include "ui/widgets/Dialog.h"

namespace proconnect::ui {

/// V-33: one account, what is known of it and from where, and closing it.
class AccountDialog final : public Dialog
{
    Q_OBJECT

public:
    /// `hindrance`: why the account cannot be closed now; empty when it can.
    AccountDialog(const Theme& theme, const PortalAccount& account, const AccountText& text,
                  const QString& hindrance, QWidget* parent);

Q_SIGNALS:
    void closeConfirmed();
};

} // namespace proconnect::ui
