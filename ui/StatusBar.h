// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"

#include <QFrame>

namespace proconnect::ui {

class IconLabel;
class TextLabel;

/// Bottom of the window: online or offline, how old the data are, whom to call.
class StatusBar final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusBar(const Services& services, QWidget* parent = nullptr);

    /// Reads the workspace again.
    void refresh();
    void setWidthClass(WidthClass width);
    /// F6 reaches it: a screen reader then speaks it.
    void focusState();

private:
    class Dot;

    const Services& m_services;
    Dot* m_dot;
    IconLabel* m_offlineIcon;
    TextLabel* m_state;
    TextLabel* m_age;
    TextLabel* m_demonstration;
    TextLabel* m_support;
    bool m_short = false;
};

} // namespace proconnect::ui
