// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace proconnect::ui {

class Theme;

/// "Raccourcis": what is done from anywhere, one click away.
class ShortcutsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutsCard(const Theme& theme, QWidget* parent = nullptr);

Q_SIGNALS:
    void departureClicked();
};

} // namespace proconnect::ui
