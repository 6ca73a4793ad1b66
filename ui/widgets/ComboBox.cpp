// SPDX-License-Identifier: MIT
#include "ui/widgets/ComboBox.h"

#include "ui/widgets/DropDownArrow.h"

#include <QWheelEvent>

namespace proconnect::ui {

ComboBox::ComboBox(const Theme& theme, QWidget* parent) : QComboBox(parent), m_theme(theme) {}

void ComboBox::paintEvent(QPaintEvent* event)
{
    QComboBox::paintEvent(event);
    paintDropDownArrow(m_theme, *this);
}

void ComboBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

} // namespace proconnect::ui
