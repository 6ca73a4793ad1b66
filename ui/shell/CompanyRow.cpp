// SPDX-License-Identifier: MIT
#include "ui/shell/CompanyRow.h"

#include "ui/text/RegisterText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PortalTile.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

namespace proconnect::ui {

CompanyRow::CompanyRow(const Theme& theme, const Company& company, bool selected, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_name(company.name), m_pending(company.pendingRequests),
      m_selected(selected)
{
    const auto siren = SirenNumber::parse(company.siren);
    m_details = qtTrId("switch.siren").arg(siren ? siren->display() : company.siren);
    if (!company.function.isEmpty()) {
        m_details += QStringLiteral(" · ") + officeText(company.function);
    }
    const QString spoken = m_name + QStringLiteral(", ") + m_details;
    setAccessibleName(m_pending > 0 ? qtTrId("a11y.nav.item", m_pending).arg(spoken) : spoken);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize CompanyRow::sizeHint() const
{
    return {m_theme.px(300), m_theme.px(52)};
}

void CompanyRow::enterEvent(QEnterEvent*)
{
    update();
}

void CompanyRow::leaveEvent(QEvent*)
{
    update();
}

void CompanyRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_selected || underMouse() || hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(m_selected ? ColorRole::BgSelected : ColorRole::BgHover));
        painter.drawRoundedRect(rect(), 6, 6);
    }
    const int tile = m_theme.px(32);
    const int pad = m_theme.px(12);
    paintCompanyTile(m_theme, painter, QRectF(pad, (height() - tile) / 2.0, tile, tile), m_name, m_selected);
    int right = width() - pad;
    if (m_selected) {
        const int tick = m_theme.px(18);
        right -= tick;
        painter.drawPixmap(
            QPointF(right, (height() - tick) / 2.0),
            m_theme.pixmap(QStringLiteral("check"), ColorRole::PrimaryBase, tick, devicePixelRatioF()));
        right -= m_theme.px(10);
    }
    if (m_pending > 0) {
        const BadgeContent badge{BadgeKind::Count, QLocale().toString(m_pending), {}};
        const QSize size = badgeSize(m_theme, badge);
        right -= size.width();
        paintBadge(m_theme, painter, QPointF(right, (height() - size.height()) / 2.0), badge);
        right -= m_theme.px(10);
    }
    const int left = pad + tile + m_theme.px(12);
    const int room = right - left;
    const int middle = height() / 2;
    painter.setFont(m_theme.font(TextStyle::Code, m_name));
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    painter.drawText(QRect(left, middle - m_theme.px(19), room, m_theme.px(19)), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, room));
    painter.setFont(m_theme.font(TextStyle::Small, m_details));
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(QRect(left, middle, room, m_theme.px(18)), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_details, Qt::ElideRight, room));
}

} // namespace proconnect::ui
