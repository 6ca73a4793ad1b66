// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountTreeView.h"

#include "ui/accounts/AccountDelegate.h"
#include "ui/models/AccountTreeModel.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/PortalTile.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace proconnect::ui {
namespace {

/// With more groups than this, only those that the user opens are open: a long list starts short.
constexpr int groupsOpenAtMost = 200;
/// The same, where few groups hold very many lines.
constexpr int linesOpenAtMost = 5'000;
constexpr int chevronLeft = 16;
constexpr int iconLeft = 44;
constexpr int iconSide = 28;
constexpr int headerHeight = 40;
constexpr int smallestHeight = 200;

} // namespace

AccountTreeView::AccountTreeView(const Theme& theme, AccountTreeModel& model, QWidget* parent)
    : QTreeView(parent), m_theme(theme), m_model(model)
{
    setItemDelegate(new AccountDelegate(theme, this));
    setAccessibleName(qtTrId("acc.tree"));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setMinimumHeight(theme.px(smallestHeight));
    setIndentation(0);
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(false);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setModel(&model);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSortIndicatorClearable(true);
    header()->setFixedHeight(theme.px(headerHeight));
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AccountTreeView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &AccountTreeView::restore);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AccountTreeView::openNew);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex& index) {
        if (!m_restoring) {
            m_closed.insert(index.data(AccountTreeModel::KeyRole).toString());
            m_open.remove(index.data(AccountTreeModel::KeyRole).toString());
        }
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (!m_restoring) {
            m_open.insert(index.data(AccountTreeModel::KeyRole).toString());
            m_closed.remove(index.data(AccountTreeModel::KeyRole).toString());
        }
    });
}

void AccountTreeView::remember()
{
    m_currentKey = currentIndex().data(AccountTreeModel::KeyRole).toString();
    m_scroll = verticalScrollBar()->value();
}

void AccountTreeView::restore()
{
    m_restoring = true;
    const bool many = startsShort();
    if (!many) {
        expandAll();
    }
    const QSet<QString>& chosen = many ? m_open : m_closed;
    for (int row = 0; row < m_model.rowCount() && !chosen.isEmpty(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        if (chosen.contains(group.data(AccountTreeModel::KeyRole).toString())) {
            setExpanded(group, many);
        }
    }
    m_restoring = false;
    const QModelIndex current = m_currentKey.isEmpty() ? QModelIndex() : m_model.indexOf(m_currentKey);
    if (current.isValid() && isExpanded(current.parent())) {
        setCurrentIndex(current);
    }
    layOutColumns();
    verticalScrollBar()->setValue(m_scroll);
}

bool AccountTreeView::startsShort() const
{
    return m_model.rowCount() > groupsOpenAtMost ||
           (m_model.shownCount() > linesOpenAtMost && m_model.rowCount() > 1);
}

void AccountTreeView::openNew(const QModelIndex& parent, int first, int last)
{
    m_restoring = true;
    for (int row = first; row <= last && !parent.isValid(); ++row) {
        const QModelIndex group = m_model.index(row, 0);
        const QString key = group.data(AccountTreeModel::KeyRole).toString();
        setExpanded(group, startsShort() ? m_open.contains(key) : !m_closed.contains(key));
    }
    m_restoring = false;
}

void AccountTreeView::reveal(const QString& key)
{
    const QModelIndex index = m_model.indexOf(key);
    if (index.isValid()) {
        setExpanded(index.parent().isValid() ? index.parent() : index, true);
        setCurrentIndex(index);
        scrollTo(index, QAbstractItemView::PositionAtCenter);
    }
}

void AccountTreeView::setColumnsFor(int hiddenColumns)
{
    m_hiddenColumns = hiddenColumns;
    setColumnHidden(AccountTreeModel::PlaceColumn, hiddenColumns > 0);
    setColumnHidden(AccountTreeModel::LastUseColumn, hiddenColumns > 1);
    setColumnHidden(AccountTreeModel::PossibleColumn, hiddenColumns > 2);
    layOutColumns();
}

void AccountTreeView::layOutColumns()
{
    // Shares of the width; the state keeps what its longest badge needs.
    const int state = m_theme.px(222);
    const int room = std::max(0, viewport()->width() - state);
    const auto atLeastTitle = [this](int column, int width) {
        return std::max(width, header()->sectionSizeHint(column));
    };
    const int last = m_hiddenColumns > 1 ? 0 : atLeastTitle(AccountTreeModel::LastUseColumn, m_theme.px(144));
    const int place = m_hiddenColumns > 0 ? 0 : atLeastTitle(AccountTreeModel::PlaceColumn, room * 19 / 100);
    const bool alone = m_hiddenColumns > 2;
    const int forWho = room - place - last - (alone ? 0 : atLeastTitle(AccountTreeModel::PossibleColumn, 0));
    const int who =
        alone ? room
              : std::max(m_theme.px(150), std::min(forWho, std::max(m_theme.px(206), room * 26 / 100)));
    header()->setMinimumSectionSize(0);
    setColumnWidth(AccountTreeModel::WhoColumn, who);
    setColumnWidth(AccountTreeModel::PlaceColumn, place);
    setColumnWidth(AccountTreeModel::LastUseColumn, last);
    setColumnWidth(AccountTreeModel::PossibleColumn, std::max(0, room - who - place - last));
    setColumnWidth(AccountTreeModel::StateColumn, state);
}

void AccountTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    layOutColumns();
}

void AccountTreeView::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    if (index.data(AccountTreeModel::IsGroupRole).toBool()) {
        paintGroup(*painter, option, index);
    } else {
        QTreeView::drawRow(painter, option, index);
    }
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1),
                      m_theme.color(ColorRole::BorderSubtle));
    const bool keyboard = option.state & QStyle::State_KeyboardFocusChange;
    if (hasFocus() && keyboard && index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0)) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.color(ColorRole::BorderFocus), 2));
        painter->drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), 4, 4);
        painter->restore();
    }
}

void AccountTreeView::paintGroup(QPainter& painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool selected = selectionModel()->isSelected(index);
    painter.fillRect(row, m_theme.color(selected ? ColorRole::BgSelected : ColorRole::BgSubtle));

    const int chevron = m_theme.px(20);
    const QString arrow =
        isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
    painter.drawPixmap(m_theme.px(chevronLeft), row.center().y() - chevron / 2,
                       m_theme.pixmap(arrow, ColorRole::TextMuted, chevron, devicePixelRatioF()));

    const QString name = index.data(AccountTreeModel::NameRole).toString();
    const QString portal = index.data(AccountTreeModel::PortalRole).toString();
    const int side = m_theme.px(iconSide);
    const QRectF icon(m_theme.px(iconLeft), row.center().y() - side / 2.0, side, side);
    if (!portal.isEmpty()) {
        paintPortalTile(m_theme, painter, icon, portal, name);
    } else if (index.data(AccountTreeModel::PersonGroupRole).toBool()) {
        paintAvatar(m_theme, painter, icon, name);
    } else {
        const bool shared = m_model.grouping() == AccountTreeModel::Grouping::Person;
        paintAvatar(m_theme, painter, icon, name,
                    shared ? QStringLiteral("shared-account") : QStringLiteral("establishment"));
    }

    int left = m_theme.px(iconLeft) + side + m_theme.px(12);
    const QFont strong = m_theme.font(TextStyle::BodyStrong, name);
    painter.setFont(strong);
    painter.setPen(m_theme.color(ColorRole::TextTitle));
    const QString shownName = QFontMetrics(strong).elidedText(name, Qt::ElideRight, row.width() / 2);
    painter.drawText(QRect(left, row.top(), row.width() - left, row.height()), Qt::AlignVCenter, shownName);
    left += QFontMetrics(strong).horizontalAdvance(shownName) + m_theme.px(12);

    const auto badge = index.data(AccountTreeModel::BadgeRole).value<BadgeContent>();
    const int badgeWidth = badge.text.isEmpty() ? 0 : badgeSize(m_theme, badge).width() + m_theme.px(12);
    const QString details = index.data(AccountTreeModel::SubtitleRole).toString();
    const QFont plain = m_theme.font(TextStyle::Table, details);
    const QString subtitle = QFontMetrics(plain).elidedText(
        details, Qt::ElideRight, std::max(0, row.right() - left - badgeWidth - m_theme.px(12)));
    painter.setFont(plain);
    painter.setPen(m_theme.color(ColorRole::TextMuted));
    painter.drawText(QRect(left, row.top(), row.right() - left, row.height()), Qt::AlignVCenter, subtitle);
    if (badgeWidth > 0) {
        left += QFontMetrics(plain).horizontalAdvance(subtitle) + m_theme.px(12);
        const QSize size = badgeSize(m_theme, badge);
        paintBadge(m_theme, painter, QPointF(left, row.center().y() - size.height() / 2.0), badge);
    }
    painter.restore();
}

QString AccountTreeView::accountAt(const QModelIndex& index)
{
    const bool line = index.isValid() && !index.data(AccountTreeModel::IsGroupRole).toBool();
    return line ? index.data(AccountTreeModel::KeyRole).toString() : QString();
}

bool AccountTreeView::overMenu(const QPoint& position) const
{
    return position.x() >= viewport()->width() - m_theme.px(AccountDelegate::menuWidth);
}

void AccountTreeView::keyPressEvent(QKeyEvent* event)
{
    const QString account = accountAt(currentIndex());
    if (event->key() == Qt::Key_Delete && !account.isEmpty()) {
        Q_EMIT closeAsked(account);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!account.isEmpty()) {
            Q_EMIT opened(account);
        } else if (currentIndex().isValid()) {
            setExpanded(currentIndex().siblingAtColumn(0), !isExpanded(currentIndex().siblingAtColumn(0)));
        }
        return;
    }
    QTreeView::keyPressEvent(event);
}

void AccountTreeView::mouseReleaseEvent(QMouseEvent* event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex()) {
        return;
    }
    const QString account = accountAt(index);
    if (account.isEmpty()) {
        const QModelIndex group = index.siblingAtColumn(0);
        setExpanded(group, !isExpanded(group));
    } else if (overMenu(event->pos())) {
        Q_EMIT menuAsked(account, event->globalPosition().toPoint());
    } else {
        Q_EMIT opened(account);
    }
}

void AccountTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const QString account = accountAt(index);
    if (account.isEmpty() && index.isValid() &&
        index.siblingAtColumn(0).data(AccountTreeModel::NamesakesRole).toInt() > 0) {
        Q_EMIT samePersonAsked(accountAt(m_model.index(0, 0, index.siblingAtColumn(0))));
    }
    if (!account.isEmpty()) {
        Q_EMIT menuAsked(account,
                         byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
    }
}

void AccountTreeView::addSorting(QMenu& menu)
{
    const int sorted = header()->sortIndicatorSection();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        if (isColumnHidden(column)) {
            continue;
        }
        QAction* choice =
            menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        choice->setCheckable(true);
        choice->setChecked(column == sorted);
        connect(choice, &QAction::triggered, this,
                [this, column] { sortByColumn(column, Qt::AscendingOrder); });
    }
}

} // namespace proconnect::ui
