// SPDX-License-Identifier: MIT
#include "ui/shell/CompanyTile.h"

#include "ui/text/PlainToolTip.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PortalTile.h"

#include <QCoreApplication>
#include <QPainter>

namespace proconnect::ui {

CompanyTile::CompanyTile(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CompanyTile::setCompany(const QString& name, const QString& siren)
{
    m_name = name;
    m_siren = siren;
    setAccessibleName(qtTrId("a11y.company").arg(name, siren));
    setToolTip(plainToolTip(name));
    update();
}

void CompanyTile::setDensity(Density density)
{
    m_density = density;
    updateGeometry();
    update();
}

QSize CompanyTile::sizeHint() const
{
    return {m_theme.px(60), m_theme.px(m_density == Density::Rail ? 44 : 50)};
}

void CompanyTile::enterEvent(QEnterEvent*)
{
    update();
}

void CompanyTile::leaveEvent(QEvent*)
{
    update();
}

void CompanyTile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int tile = m_theme.px(32);
    if (m_density == Density::Rail) {
        const QRectF square((width() - tile) / 2.0, (height() - tile) / 2.0, tile, tile);
        paintCompanyTile(m_theme, painter, square, m_name);
        return;
    }
    painter.setPen(QPen(m_theme.color(ColorRole::BorderDefault), 1));
    painter.setBrush(m_theme.color(underMouse() ? ColorRole::BgHover : ColorRole::BgSurface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const int pad = m_theme.px(10);
    paintCompanyTile(m_theme, painter, QRectF(pad, (height() - tile) / 2.0, tile, tile), m_name);
    const int arrow = m_theme.px(16);
    painter.drawPixmap(
        QPointF(width() - pad - arrow, (height() - arrow) / 2.0),
        m_theme.pixmap(QStringLiteral("switch"), ColorRole::TextMuted, arrow, devicePixelRatioF()));
    const int left = pad + tile + m_theme.px(10);
    const int room = width() - left - pad - arrow - m_theme.px(4);
    const QFont name = m_theme.font(TextStyle::Code, m_name);
    painter.setFont(name);
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    const int middle = height() / 2;
    painter.drawText(QRect(left, middle - m_theme.px(18), room, m_theme.px(18)), Qt::AlignVCenter,
                     QFontMetrics(name).elidedText(m_name, Qt::ElideRight, room));
    QFont siren = m_theme.font(TextStyle::Caption);
    siren.setWeight(QFont::Normal);
    painter.setFont(siren);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(QRect(left, middle, room, m_theme.px(17)), Qt::AlignVCenter,
                     m_density == Density::Full ? qtTrId("switch.siren").arg(m_siren) : m_siren);
}

} // namespace proconnect::ui
