// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/DelegationRows.h"

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// One line of L-60: who, what, where, until when, and what a director can do about it.
class DelegationRowWidget final : public QWidget
{
    Q_OBJECT

public:
    /// `enabled`: the buttons are; `busy`: an act on it is under way.
    DelegationRowWidget(const Theme& theme, const DelegationRow& row, bool enabled, bool busy,
                        QWidget* parent = nullptr);

Q_SIGNALS:
    void orderClicked(proconnect::DelegationOrder order);
};

} // namespace proconnect::ui
