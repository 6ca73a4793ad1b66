// SPDX-License-Identifier: MIT
#include "ui/widgets/Avatar.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace proconnect::ui {

QString initialsOf(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {};
    }
    QString initials = words.constFirst().left(1);
    if (words.size() > 1) {
        initials += words.constLast().left(1);
    }
    return initials.toUpper();
}

void paintAvatar(const Theme& theme, QPainter& painter, const QRectF& circle, const QString& name,
                 const QString& icon)
{
    Theme::Tint tint = theme.avatarTint(name);
    if (!icon.isEmpty()) {
        tint = {theme.color(ColorRole::NeutralBg), theme.color(ColorRole::NeutralText)};
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint.fill);
    painter.drawEllipse(circle);
    if (icon.isEmpty()) {
        QFont font = theme.font(TextStyle::Code, name);
        font.setPixelSize(qMax(9, qRound(circle.height() * 0.36)));
        painter.setFont(font);
        painter.setPen(tint.text);
        painter.drawText(circle, Qt::AlignCenter, initialsOf(name));
    } else {
        const int side = qRound(circle.height() * 0.45);
        painter.drawPixmap(circle.center() - QPointF(side / 2.0, side / 2.0),
                           theme.pixmap(icon, tint.text, side, painter.device()->devicePixelRatioF()));
    }
    painter.restore();
}

Avatar::Avatar(const Theme& theme, QString name, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_name(std::move(name)), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString& name)
{
    m_name = name;
    update();
}

void Avatar::setIconName(const QString& icon)
{
    m_icon = icon;
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = m_theme.px(m_size);
    return {side, side};
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintAvatar(m_theme, painter, QRectF(QPointF(), QSizeF(sizeHint())), m_name, m_icon);
}

} // namespace proconnect::ui
