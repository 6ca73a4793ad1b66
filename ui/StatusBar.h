// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Page.h"

#include <QFrame>

namespace proconnect::ui {

class IconLabel;
class TextLabel;

/// Bottom of the window: online or offline, how old the data are, which departure runs, when it locks, whom
/// to call.
class StatusBar final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusBar(const Services& services, QWidget* parent = nullptr);

    /// Reads the workspace again.
    void refresh();
    /// F6 reaches it: a screen reader then speaks it.
    void focusState();
    /// Any width will do: see fit().
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Dot;

    void showDeparture();
    /// Says less of the demonstration and of the helpline where room is short; the age of the data stays.
    void fit();

    const Services& m_services;
    Dot* m_dot;
    IconLabel* m_offlineIcon;
    TextLabel* m_state;
    TextLabel* m_age;
    TextLabel* m_departure; ///< while one runs
    TextLabel* m_demonstration;
    TextLabel* m_lock;
    IconLabel* m_phone;
    TextLabel* m_support;
};

} // namespace proconnect::ui
