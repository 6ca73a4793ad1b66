// SPDX-License-Identifier: MIT
#include "ui/departure/LeaverDelegate.h"

#include "ui/departure/LeaverListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"

#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int side = 16;
constexpr int top = 12;
constexpr int avatar = 36;
constexpr int gap = 16;
constexpr int between = 8;
constexpr int chevron = 18;
constexpr int radius = 8;
/// Under this width the number of accounts goes after the job.
constexpr int widthForCount = 420;

} // namespace

LeaverDelegate::LeaverDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{}

QSize LeaverDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(LeaverListModel::HeadingRole).toBool()) {
        return {option.rect.width(), m_theme.lineHeight(TextStyle::Small) + m_theme.px(between + between)};
    }
    const int words =
        m_theme.lineHeight(TextStyle::BodyStrong) + m_theme.lineHeight(TextStyle::Small) + m_theme.px(2);
    return {option.rect.width(), qMax(words, m_theme.px(avatar)) + m_theme.px(top) * 2 + m_theme.px(between)};
}

void LeaverDelegate::paintHeading(QPainter& painter, const QRect& row, const QString& name) const
{
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.color(ColorRole::TextBody));
    painter.drawText(row.adjusted(0, 0, 0, -(m_theme.px(between) / 2)), Qt::AlignLeft | Qt::AlignBottom,
                     name);
}

QRect LeaverDelegate::paintEnd(QPainter& painter, const QRect& room, const QString& count) const
{
    const int arrow = m_theme.px(chevron);
    QRect left = room.adjusted(0, 0, -arrow - m_theme.px(between), 0);
    painter.drawPixmap(QPoint(room.right() - arrow, room.center().y() - arrow / 2),
                       m_theme.pixmap(QStringLiteral("chevron-right"), ColorRole::TextMuted, arrow,
                                      painter.device()->devicePixelRatioF()));
    if (room.width() >= m_theme.px(widthForCount)) {
        const QFont font = m_theme.font(TextStyle::Table);
        painter.setFont(font);
        painter.setPen(m_theme.color(ColorRole::TextMuted));
        painter.drawText(left, Qt::AlignRight | Qt::AlignVCenter, count);
        left.adjust(0, 0, -QFontMetrics(font).horizontalAdvance(count) - m_theme.px(gap), 0);
    }
    return left;
}

void LeaverDelegate::paintWords(QPainter& painter, const QRect& room, const QModelIndex& index) const
{
    const QString name = index.data(LeaverListModel::NameRole).toString();
    const QFont strong = m_theme.font(TextStyle::BodyStrong, name);
    const int nameLine = m_theme.lineHeight(TextStyle::BodyStrong);
    const int detailLine = m_theme.lineHeight(TextStyle::Small);
    const int up = room.center().y() - (nameLine + detailLine + m_theme.px(2)) / 2;
    int badgesWidth = 0;
    const auto badges = index.data(LeaverListModel::BadgesRole).value<QList<BadgeContent>>();
    for (const BadgeContent& badge : badges) {
        badgesWidth += badgeSize(m_theme, badge).width() + m_theme.px(between);
    }
    // The name first: badges that leave it less than half of the room are told by screen readers alone.
    const bool badgesFit = badgesWidth * 2 < room.width();
    const int nameRoom = room.width() - (badgesFit ? badgesWidth : 0);
    const QString shown = QFontMetrics(strong).elidedText(name, Qt::ElideRight, nameRoom);
    painter.setFont(strong);
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    painter.drawText(QRect(room.left(), up, nameRoom, nameLine), Qt::AlignLeft | Qt::AlignVCenter, shown);
    qreal left = room.left() + QFontMetrics(strong).horizontalAdvance(shown) + m_theme.px(between);
    for (const BadgeContent& badge : badgesFit ? badges : QList<BadgeContent>()) {
        const QSize size = badgeSize(m_theme, badge);
        paintBadge(m_theme, painter, QPointF(left, up + (nameLine - size.height()) / 2.0), badge);
        left += size.width() + m_theme.px(between);
    }
    const QString detail = index.data(LeaverListModel::DetailRole).toString();
    const QFont plain = m_theme.font(TextStyle::Small, detail);
    painter.setFont(plain);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(QRect(room.left(), up + nameLine + m_theme.px(2), room.width(), detailLine),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(plain).elidedText(detail, Qt::ElideRight, room.width()));
}

void LeaverDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString name = index.data(LeaverListModel::NameRole).toString();
    if (index.data(LeaverListModel::HeadingRole).toBool()) {
        paintHeading(*painter, option.rect, name);
        painter->restore();
        return;
    }
    const bool current = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = current && (option.state & QStyle::State_HasFocus);
    const QRect card = option.rect.adjusted(1, 1, -1, -m_theme.px(between));
    const ColorRole edge = focused   ? ColorRole::BorderFocus
                           : current ? ColorRole::PrimaryBase
                                     : ColorRole::BorderSubtle;
    painter->setPen(QPen(m_theme.color(edge), focused ? 2 : 1));
    painter->setBrush(m_theme.color(current   ? ColorRole::BgSelected
                                    : hovered ? ColorRole::BgHover
                                              : ColorRole::BgSurface));
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);

    QRect room = card.adjusted(m_theme.px(side), 0, -m_theme.px(side), 0);
    const int circle = m_theme.px(avatar);
    paintAvatar(m_theme, *painter,
                QRectF(room.left(), room.center().y() - circle / 2.0 + 0.5, circle, circle), name,
                index.data(LeaverListModel::IconRole).toString());
    room.adjust(circle + m_theme.px(gap), 0, 0, 0);
    paintWords(*painter, paintEnd(*painter, room, index.data(LeaverListModel::CountRole).toString()), index);
    painter->restore();
}

} // namespace proconnect::ui
