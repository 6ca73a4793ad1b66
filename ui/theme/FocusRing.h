// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

namespace proconnect::ui {

class Theme;

/// Shows which widget has the focus, only while the keyboard moves it: a ring 2 px outside the widget.
/// One per window; `window` owns it.
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    FocusRing(const Theme& theme, QWidget* window);

    /// A widget with this property (an int) has that radius instead of a button's.
    static constexpr const char* radiusProperty = "focusRadius";
    /// A widget with this property set draws its own focus (text fields, lists).
    static constexpr const char* ownFocusProperty = "ownFocus";

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void onFocusChanged(QWidget* now);
    void follow();

    const Theme& m_theme;
    QPointer<QWidget> m_target;
    bool m_keyboard = false;
};

} // namespace proconnect::ui
