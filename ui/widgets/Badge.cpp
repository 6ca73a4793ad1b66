// SPDX-License-Identifier: MIT
#include "ui/widgets/Badge.h"

#include "ui/theme/Theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace proconnect::ui {
namespace {

struct Look
{
    ColorRole fill;
    ColorRole text;
};

Look lookOf(BadgeKind kind)
{
    switch (kind) {
    case BadgeKind::Neutral:
        return {ColorRole::NeutralBg, ColorRole::NeutralText};
    case BadgeKind::Ok:
        return {ColorRole::SuccessBg, ColorRole::SuccessText};
    case BadgeKind::Warning:
        return {ColorRole::WarningBg, ColorRole::WarningText};
    case BadgeKind::Error:
        return {ColorRole::ErrorBg, ColorRole::ErrorText};
    case BadgeKind::Info:
        return {ColorRole::InfoBg, ColorRole::InfoText};
    case BadgeKind::Primary:
        return {ColorRole::PrimarySoft, ColorRole::PrimaryBase};
    case BadgeKind::Outline:
        return {ColorRole::BgSurface, ColorRole::TextBody};
    case BadgeKind::Count:
        return {ColorRole::PrimaryBase, ColorRole::TextOnPrimary};
    }
    return {ColorRole::NeutralBg, ColorRole::NeutralText};
}

QFont badgeFont(const Theme& theme)
{
    QFont font = theme.font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

int padding(const Theme& theme, const BadgeContent& badge)
{
    return theme.px(badge.kind == BadgeKind::Count ? 6 : 9);
}

int iconSpace(const Theme& theme, const BadgeContent& badge)
{
    return badge.icon.isEmpty() ? 0 : theme.px(14) + theme.px(5);
}

} // namespace

QSize badgeSize(const Theme& theme, const BadgeContent& badge)
{
    const int height = theme.px(tokens::sizeBadge);
    const int text = QFontMetrics(badgeFont(theme)).horizontalAdvance(badge.text);
    return {qMax(height, text + iconSpace(theme, badge) + 2 * padding(theme, badge)), height};
}

void paintBadge(const Theme& theme, QPainter& painter, const QPointF& at, const BadgeContent& badge)
{
    const Look look = lookOf(badge.kind);
    const QRectF pill(at, QSizeF(badgeSize(theme, badge)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(look.fill));
    if (badge.kind == BadgeKind::Outline) {
        painter.setPen(QPen(theme.color(ColorRole::BorderDefault), 1));
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    }
    const int inset = padding(theme, badge);
    if (!badge.icon.isEmpty()) {
        const int side = theme.px(14);
        painter.drawPixmap(QPointF(pill.x() + inset, pill.y() + (pill.height() - side) / 2),
                           theme.pixmap(badge.icon, look.text, side, painter.device()->devicePixelRatioF()));
    }
    painter.setFont(badgeFont(theme));
    painter.setPen(theme.color(look.text));
    const QRectF text = pill.adjusted(badge.icon.isEmpty() ? 0 : inset + iconSpace(theme, badge), 0, 0, 0);
    painter.drawText(text, badge.icon.isEmpty() ? Qt::AlignCenter : Qt::AlignVCenter | Qt::AlignLeft,
                     badge.text);
    painter.restore();
}

Badge::Badge(const Theme& theme, BadgeContent content, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_content(std::move(content))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(m_content.text);
}

void Badge::setContent(const BadgeContent& content)
{
    m_content = content;
    setAccessibleName(content.text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_theme, m_content);
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(m_theme, painter, QPointF(), m_content);
}

} // namespace proconnect::ui
