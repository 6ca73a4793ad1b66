// SPDX-License-Identifier: MIT
#pragma once

#include <QScrollArea>

namespace proconnect::ui {

/// A scroll area that knows from its content's height, before it is shown, whether it needs its bar.
/// QScrollArea finds out after the first picture, which then moves aside for the bar. What takes the focus
/// comes into sight.
class ScrollArea final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollArea(QWidget* parent = nullptr);
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    ~ScrollArea() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    bool event(QEvent* event) override;

private:
    void decideOnBar();
    void showFocused(QWidget* focused);

    QMetaObject::Connection m_focus;
};

} // namespace proconnect::ui
