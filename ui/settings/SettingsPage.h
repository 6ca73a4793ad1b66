// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"

namespace proconnect::ui {

class DevicesCard;
class ReceiptsCard;

/// S-80: theme, text size, language, motion, letter shortcuts and lock, saved at once. Below, S-82: the
/// computers on which the person is signed in; and their own receipts about the company on screen.
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
    QWidget* makeLock();
    void addSetting(QVBoxLayout* rows, const QString& name, const QString& hint, QWidget* control);

    DevicesCard* m_devices;
    ReceiptsCard* m_receipts;
};

} // namespace proconnect::ui
