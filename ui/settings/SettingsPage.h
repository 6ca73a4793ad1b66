// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"

namespace proconnect::ui {

/// S-80: theme, text size, language, motion and letter shortcuts. Saved at once.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(const Services& services, QWidget* parent = nullptr);

    void refresh() override;

private:
    QWidget* makeTheme();
    QWidget* makeTextSize();
    QWidget* makeLanguage();
    QWidget* makeMotion();
    QWidget* makeLetters();
    void addSetting(QVBoxLayout* rows, const QString& name, const QString& hint, QWidget* control);
};

} // namespace proconnect::ui
