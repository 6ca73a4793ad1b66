// SPDX-License-Identifier: MIT
#include "ui/widgets/IconLabel.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace proconnect::ui {

IconLabel::IconLabel(const Theme& theme, QString name, ColorRole role, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_name(std::move(name)), m_role(role), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void IconLabel::setIcon(const QString& name, ColorRole role)
{
    m_name = name;
    m_role = role;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = m_theme.px(m_size);
    return {side, side};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(QPointF(), m_theme.pixmap(m_name, m_role, sizeHint().width(), devicePixelRatioF()));
}

} // namespace proconnect::ui
