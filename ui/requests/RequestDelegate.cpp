// SPDX-License-Identifier: MIT
#include "ui/requests/RequestDelegate.h"

#include "ui/models/RequestListModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"

#include <QPainter>

namespace proconnect::ui {
namespace {

constexpr int side = 16;
constexpr int top = 12;
constexpr int avatar = 36;
constexpr int gap = 12;
constexpr int badgeGap = 8;
/// Under this width the time gives its room to the name.
constexpr int widthForTime = 330;

} // namespace

RequestDelegate::RequestDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    int height = m_theme.px(top) * 2 + m_theme.lineHeight(TextStyle::BodyStrong) +
                 m_theme.lineHeight(TextStyle::Table) + m_theme.px(2) + 1;
    const auto badges = index.data(RequestListModel::BadgesRole).value<QList<BadgeContent>>();
    if (!badges.isEmpty()) {
        height += m_theme.px(badgeGap) + badgeSize(m_theme, badges.first()).height();
    }
    return {option.rect.width(), height};
}

void RequestDelegate::paintBackground(QPainter& painter, const QStyleOptionViewItem& option) const
{
    const QRect& row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered) {
        painter.fillRect(row, m_theme.color(selected ? ColorRole::BgSelected : ColorRole::BgHover));
    }
    if (selected) {
        constexpr int bar = 3;
        painter.fillRect(QRect(row.left(), row.top(), bar, row.height()),
                         m_theme.color(ColorRole::PrimaryBase));
    }
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), m_theme.color(ColorRole::BorderSubtle));
    const bool keyboard = option.state & QStyle::State_KeyboardFocusChange;
    if (selected && keyboard && (option.state & QStyle::State_HasFocus)) {
        painter.setPen(QPen(m_theme.color(ColorRole::BorderFocus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 4, 4);
    }
}

void RequestDelegate::paintBadges(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    qreal left = row.left();
    for (const BadgeContent& badge : index.data(RequestListModel::BadgesRole).value<QList<BadgeContent>>()) {
        const QSize size = badgeSize(m_theme, badge);
        if (left + size.width() > row.right() && left > row.left()) {
            break;
        }
        paintBadge(m_theme, painter, QPointF(left, row.top()), badge);
        left += size.width() + m_theme.px(badgeGap);
    }
}

void RequestDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(*painter, option);

    const QRect area = option.rect.adjusted(m_theme.px(side), m_theme.px(top), -m_theme.px(side), 0);
    const QString name = index.data(RequestListModel::NameRole).toString();
    const int circle = m_theme.px(avatar);
    paintAvatar(m_theme, *painter, QRectF(area.left(), area.top() + 1, circle, circle), name);

    QRect text = area.adjusted(circle + m_theme.px(gap), 0, 0, 0);
    const int nameLine = m_theme.lineHeight(TextStyle::BodyStrong);
    int timeWidth = 0;
    if (option.rect.width() >= m_theme.px(widthForTime)) {
        const QString when = index.data(RequestListModel::WhenRole).toString();
        const QFont caption = m_theme.font(TextStyle::Caption);
        timeWidth = QFontMetrics(caption).horizontalAdvance(when) + m_theme.px(badgeGap);
        painter->setFont(caption);
        painter->setPen(m_theme.color(ColorRole::TextMuted));
        painter->drawText(QRect(text.left(), text.top(), text.width(), nameLine),
                          Qt::AlignRight | Qt::AlignVCenter, when);
    }
    const bool unread = index.data(RequestListModel::UnreadRole).toBool();
    QFont strong = m_theme.font(TextStyle::BodyStrong, name);
    strong.setWeight(unread ? QFont::DemiBold : QFont::Medium);
    painter->setFont(strong);
    painter->setPen(m_theme.color(ColorRole::TextTitle));
    painter->drawText(QRect(text.left(), text.top(), text.width() - timeWidth, nameLine), Qt::AlignVCenter,
                      QFontMetrics(strong).elidedText(name, Qt::ElideRight, text.width() - timeWidth));

    const QString summary = index.data(RequestListModel::SummaryRole).toString();
    const QFont plain = m_theme.font(TextStyle::Table, summary);
    const int summaryLine = m_theme.lineHeight(TextStyle::Table);
    painter->setFont(plain);
    painter->setPen(m_theme.color(ColorRole::TextBody));
    painter->drawText(QRect(text.left(), text.top() + nameLine + m_theme.px(2), text.width(), summaryLine),
                      Qt::AlignVCenter,
                      QFontMetrics(plain).elidedText(summary, Qt::ElideRight, text.width()));
    text.setTop(text.top() + nameLine + summaryLine + m_theme.px(badgeGap));
    paintBadges(*painter, text, index);
    painter->restore();
}

} // namespace proconnect::ui
