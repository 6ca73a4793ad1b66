// SPDX-License-Identifier: MIT
#include "ui/widgets/DropDownArrow.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QWidget>

namespace proconnect::ui {

void paintDropDownArrow(const Theme& theme, QWidget& field)
{
    QPainter painter(&field);
    const int side = theme.px(16);
    painter.drawPixmap(QPoint(field.width() - side - theme.px(8), (field.height() - side) / 2),
                       theme.pixmap(QStringLiteral("chevron-down"),
                                    field.isEnabled() ? ColorRole::TextMuted : ColorRole::TextDisabled, side,
                                    field.devicePixelRatioF()));
}

} // namespace proconnect::ui
