// SPDX-License-Identifier: MIT
#include "ui/theme/ThemedIconEngine.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace proconnect::ui {

ThemedIconEngine::ThemedIconEngine(const Theme& theme, QString name, ColorRole role, int gap)
    : m_theme(&theme), m_name(std::move(name)), m_role(role), m_gap(gap)
{}

void ThemedIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    if (!m_theme) {
        return;
    }
    const int size = qMin(rect.width() - qAbs(m_gap), rect.height());
    const ColorRole role = mode == QIcon::Disabled ? ColorRole::TextDisabled : m_role;
    const QPixmap picture = m_theme->pixmap(m_name, role, size, painter->device()->devicePixelRatioF());
    painter->drawPixmap(QPointF(rect.x() + qMax(0, -m_gap), rect.y() + (rect.height() - size) / 2.0),
                        picture);
}

QPixmap ThemedIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return picture;
}

QPixmap ThemedIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    // `size` is already in device pixels.
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    picture.setDevicePixelRatio(scale);
    QPainter painter(&picture);
    paint(&painter, QRect(QPoint(), (QSizeF(size) / scale).toSize()), mode, state);
    return picture;
}

QIconEngine* ThemedIconEngine::clone() const
{
    return m_theme ? new ThemedIconEngine(*m_theme, m_name, m_role, m_gap) : nullptr;
}

} // namespace proconnect::ui
