// SPDX-License-Identifier: MIT
#include "ui/widgets/NavigationItem.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"

#include <QLocale>
#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int inset = 12; // from the side of the menu to the fill
constexpr int iconLeft = 24;
constexpr int textLeft = 56;
constexpr int barWidth = 3;
constexpr int railHeight = 36;
constexpr int mostShown = 99;

} // namespace

NavigationItem::NavigationItem(const Theme& theme, QString id, QString iconName, QString name,
                               QString shortName, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_id(std::move(id)), m_icon(std::move(iconName)),
      m_name(std::move(name)), m_shortName(std::move(shortName))
{
    setText(m_name);
    setAccessibleName(m_name);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationItem::setLabel(Label label)
{
    m_label = label;
    setToolTip(label == Label::None ? m_name : QString());
    updateGeometry();
    update();
}

void NavigationItem::setActive(bool active)
{
    // A page on screen is no box that one ticks: a screen reader hears where it is.
    m_active = active;
    setAccessibleDescription(active ? qtTrId("a11y.nav.here") : QString());
    update();
}

void NavigationItem::setCount(int count)
{
    m_count = count;
    setAccessibleName(count > 0 ? qtTrId("a11y.nav.item", count).arg(m_name) : m_name);
    update();
}

QSize NavigationItem::sizeHint() const
{
    return {m_theme.px(tokens::sizeRail),
            m_theme.px(m_label == Label::None ? railHeight : tokens::sizeNavItem)};
}

void NavigationItem::enterEvent(QEnterEvent*)
{
    update();
}

void NavigationItem::leaveEvent(QEvent*)
{
    update();
}

void NavigationItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_label == Label::Full ? m_theme.px(inset) : m_theme.px(10);
    const QRect row = rect().adjusted(side, 0, -side, 0);
    painter.setPen(Qt::NoPen);
    if (m_active || underMouse()) {
        painter.setBrush(m_theme.color(m_active ? ColorRole::BgSelected : ColorRole::BgHover));
        painter.drawRoundedRect(row, 6, 6);
    }
    if (m_active) {
        painter.setBrush(m_theme.color(ColorRole::BorderActive));
        painter.drawRoundedRect(QRectF(0, height() * 0.15, barWidth, height() * 0.7), 1.5, 1.5);
    }
    const ColorRole ink = m_active ? ColorRole::PrimaryBase : ColorRole::TextBody;
    const int icon = m_theme.px(m_label == Label::None ? 20 : 18);
    const int left = m_label == Label::None    ? (width() - icon) / 2
                     : m_label == Label::Short ? m_theme.px(21)
                                               : m_theme.px(iconLeft);
    painter.drawPixmap(QPointF(left, (height() - icon) / 2.0),
                       m_theme.pixmap(m_icon, ink, icon, devicePixelRatioF()));
    if (m_label != Label::None) {
        QFont font = m_theme.font(TextStyle::Table);
        font.setWeight(m_active ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(m_theme.color(ink));
        const int from = m_theme.px(m_label == Label::Short ? 50 : textLeft);
        const int countRoom = m_count > 0 ? m_theme.px(36) : m_theme.px(4);
        const QRect room(from, 0, row.right() - from - countRoom, height());
        const QString& name = m_label == Label::Short && !m_shortName.isEmpty() ? m_shortName : m_name;
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(name, Qt::ElideRight, room.width()));
    }
    paintCount(painter, row);
}

void NavigationItem::paintCount(QPainter& painter, const QRect& row) const
{
    if (m_count <= 0) {
        return;
    }
    const BadgeContent badge{
        BadgeKind::Count, m_count > mostShown ? QStringLiteral("99+") : QLocale().toString(m_count), {}};
    const QSize size = badgeSize(m_theme, badge);
    const QPointF at = m_label == Label::None ? QPointF(width() / 2.0 + m_theme.px(6), 0)
                                              : QPointF(row.right() - m_theme.px(11) - size.width(),
                                                        (height() - size.height()) / 2.0);
    paintBadge(m_theme, painter, at, badge);
}

} // namespace proconnect::ui
