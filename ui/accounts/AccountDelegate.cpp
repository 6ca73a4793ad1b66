// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountDelegate.h"

#include "ui/models/AccountTreeModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PortalTile.h"

#include <QPainter>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int rowHeight = 46;
constexpr int lineLeft = 46;
constexpr int tileSide = 24;
constexpr int cellSide = 8;

} // namespace

AccountDelegate::AccountDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    const int text = m_theme.lineHeight(TextStyle::Table) + m_theme.px(cellSide) * 2;
    return {option.rect.width(), std::max(m_theme.px(rowHeight), text)};
}

void AccountDelegate::paintText(QPainter& painter, const QRect& cell, const QString& text, bool muted) const
{
    const QFont font = m_theme.font(TextStyle::Table, text);
    painter.setFont(font);
    painter.setPen(m_theme.color(muted ? ColorRole::TextMuted : ColorRole::TextBody));
    painter.drawText(cell, Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, cell.width()));
}

void AccountDelegate::paintWho(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    const int side = m_theme.px(tileSide);
    const QRectF tile(cell.left() + m_theme.px(lineLeft), cell.center().y() - side / 2.0, side, side);
    const bool insidePortal = !index.parent().data(AccountTreeModel::PortalRole).toString().isEmpty();
    if (insidePortal) {
        paintAvatar(m_theme, painter, tile, index.data(AccountTreeModel::NameRole).toString());
    } else {
        paintPortalTile(m_theme, painter, tile, index.data(AccountTreeModel::PortalRole).toString());
    }
    const int left = m_theme.px(lineLeft) + side + m_theme.px(10);
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    paintText(painter, cell.adjusted(left, 0, -m_theme.px(cellSide), 0), index.data().toString(),
              index.data(AccountTreeModel::StaleRole).toBool());
}

void AccountDelegate::paintState(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    auto badge = index.data(AccountTreeModel::BadgeRole).value<BadgeContent>();
    if (index.data(AccountTreeModel::StaleRole).toBool()) {
        badge.kind = BadgeKind::Outline;
    }
    const QSize size = badgeSize(m_theme, badge);
    const QPointF at(cell.left() + m_theme.px(cellSide), cell.center().y() - size.height() / 2.0);
    paintBadge(m_theme, painter, at, badge);
    const int icon = m_theme.px(20);
    const int menu = m_theme.px(menuWidth);
    painter.drawPixmap(cell.right() - menu + (menu - icon) / 2, cell.center().y() - icon / 2,
                       m_theme.pixmap(QStringLiteral("more"), ColorRole::TextMuted, icon,
                                      painter.device()->devicePixelRatioF()));
}

void AccountDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, m_theme.color(ColorRole::BgSelected));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, m_theme.color(ColorRole::BgHover));
    }
    const QRect inside = option.rect.adjusted(m_theme.px(cellSide), 0, -m_theme.px(cellSide), 0);
    switch (index.column()) {
    case AccountTreeModel::WhoColumn:
        paintWho(*painter, option.rect, index);
        break;
    case AccountTreeModel::StateColumn:
        paintState(*painter, option.rect, index);
        break;
    case AccountTreeModel::LastUseColumn: {
        const QString date = index.data(AccountTreeModel::SourceDateRole).toString();
        const QString text = index.data().toString();
        paintText(*painter, inside, date.isEmpty() ? text : text + QString::fromUtf8(" · ") + date, true);
        break;
    }
    default:
        paintText(*painter, inside, index.data().toString(),
                  index.data(AccountTreeModel::StaleRole).toBool());
    }
    painter->restore();
}

} // namespace proconnect::ui
