// SPDX-License-Identifier: MIT
#include "ui/accounts/MatrixDelegate.h"

#include "ui/models/AccountMatrixModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Badge.h"

#include <QPainter>

namespace proconnect::ui {

MatrixDelegate::MatrixDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect& cell = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(cell, m_theme.color(ColorRole::BgSelected));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(cell, m_theme.color(ColorRole::BgHover));
    }
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1),
                      m_theme.color(ColorRole::BorderSubtle));
    painter->fillRect(QRect(cell.right(), cell.top(), 1, cell.height()),
                      m_theme.color(ColorRole::BorderSubtle));
    auto chip = index.data(AccountMatrixModel::ChipRole).value<BadgeContent>();
    if (chip.text.isEmpty()) {
        const bool unknown = index.data(AccountMatrixModel::UnknownRole).toBool();
        painter->setFont(m_theme.font(TextStyle::Table));
        painter->setPen(m_theme.color(ColorRole::TextMuted));
        painter->drawText(cell, Qt::AlignCenter, unknown ? QStringLiteral("?") : QString::fromUtf8("–"));
    } else {
        if (index.data(AccountMatrixModel::StaleRole).toBool()) {
            chip.kind = BadgeKind::Outline;
        }
        QSize size = badgeSize(m_theme, chip);
        if (size.width() > cell.width() - m_theme.px(4) && !chip.icon.isEmpty()) {
            // The word is in the tool tip and for the screen reader.
            chip.text.clear();
            size = badgeSize(m_theme, chip);
        }
        paintBadge(m_theme, *painter,
                   QPointF(cell.center().x() - size.width() / 2.0, cell.center().y() - size.height() / 2.0),
                   chip);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(m_theme.color(ColorRole::BorderFocus), 2));
        painter->drawRoundedRect(QRectF(cell).adjusted(2, 2, -3, -3), 4, 4);
    }
    painter->restore();
}

} // namespace proconnect::ui
