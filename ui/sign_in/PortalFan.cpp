// SPDX-License-Identifier: MIT
#include "ui/sign_in/PortalFan.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/PortalTile.h"

#include <QLineF>
#include <QPainter>
#include <QPixmap>

#include <array>

namespace proconnect::ui {
namespace {

// The drawing's own grid; it is scaled to the room it gets.
constexpr QSizeF drawing(294, 331);
constexpr QPointF person(248, 165);
constexpr qreal personRadius = 46;
constexpr qreal tileSide = 42;
constexpr std::array<QPointF, 7> centres{QPointF(141, 21), QPointF(77, 58),  QPointF(35, 108),
                                         QPointF(21, 165), QPointF(36, 223), QPointF(78, 273),
                                         QPointF(142, 310)};

} // namespace

PortalFan::PortalFan(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
    setMinimumWidth(static_cast<int>(drawing.width()));
    setMaximumHeight(static_cast<int>(drawing.height()));
}

QSize PortalFan::sizeHint() const
{
    return drawing.toSize();
}

void PortalFan::paintEvent(QPaintEvent*)
{
    const qreal scale = qMin(width() / drawing.width(), height() / drawing.height());
    if (scale < 0.5) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    QColor line = m_theme.color(ColorRole::PrimaryBase);
    line.setAlphaF(0.35F);
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const QLineF whole(person, centres[i]);
        painter.setPen(QPen(line, 1.5));
        painter.drawLine(QLineF(whole.pointAt((personRadius + 8) / whole.length()),
                                whole.pointAt(1 - (tileSide * 0.5 + 5) / whole.length())));
        const QRectF tile(centres[i] - QPointF(tileSide / 2, tileSide / 2), QSizeF(tileSide, tileSide));
        paintPortalTile(m_theme, painter, tile, QString::fromLatin1(tokens::portals[i].id));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ColorRole::PrimaryBase));
    painter.drawEllipse(person, personRadius, personRadius);
    constexpr int icon = 62;
    const QPixmap picture = m_theme.pixmap(QStringLiteral("person"), ColorRole::TextOnPrimary, icon,
                                           qMax(1.0, devicePixelRatioF() * scale));
    painter.drawPixmap(QRectF(person.x() - icon / 2.0, person.y() - icon / 2.0, icon, icon), picture,
                       QRectF(picture.rect()));
}

} // namespace proconnect::ui
