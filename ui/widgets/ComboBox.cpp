// SPDX-License-Identifier: MIT
#include "ui/widgets/ComboBox.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QWheelEvent>

namespace proconnect::ui {

ComboBox::ComboBox(const Theme& theme, QWidget* parent) : QComboBox(parent), m_theme(theme) {}

void ComboBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int side = m_theme.px(16);
    painter.drawPixmap(QPoint(width() - side - m_theme.px(8), (height() - side) / 2),
                       m_theme.pixmap(QStringLiteral("chevron-down"),
                                      isEnabled() ? ColorRole::TextMuted : ColorRole::TextDisabled, side,
                                      devicePixelRatioF()));
}

void ComboBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace proconnect::ui
