// SPDX-License-Identifier: MIT
#include "ui/accounts/AccountMatrixView.h"

#include "ui/accounts/MatrixDelegate.h"
#include "ui/accounts/MatrixHeader.h"
#include "ui/models/AccountMatrixModel.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace proconnect::ui {
namespace {

constexpr int lineHeight = 56;
constexpr int headerHeight = 76;
constexpr int nameWidth = 230;
constexpr int narrowNameWidth = 150;
constexpr int narrowestColumn = 96;
constexpr int smallestHeight = 200;

} // namespace

AccountMatrixView::AccountMatrixView(const Theme& theme, AccountMatrixModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model)
{
    setHorizontalHeader(new MatrixHeader(theme, Qt::Horizontal, this));
    setVerticalHeader(new MatrixHeader(theme, Qt::Vertical, this));
    setItemDelegate(new MatrixDelegate(theme, this));
    setAccessibleName(qtTrId("mtx.name"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMinimumHeight(theme.px(smallestHeight));
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    setModel(&model);
    horizontalHeader()->setFixedHeight(theme.px(headerHeight));
    verticalHeader()->setDefaultSectionSize(
        std::max(theme.px(lineHeight), theme.lineHeight(TextStyle::Small) * 2 + theme.px(8)));
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &AccountMatrixView::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &AccountMatrixView::restore);
}

void AccountMatrixView::remember()
{
    if (m_model.rowCount() == 0) {
        return; // as it was before the table was shown instead
    }
    const auto personOn = [this](int row) {
        return m_model.headerData(row, Qt::Vertical, AccountMatrixModel::KeyRole).toString();
    };
    m_currentPerson = personOn(currentIndex().row());
    m_currentPortal =
        m_model.headerData(currentIndex().column(), Qt::Horizontal, AccountMatrixModel::PortalRole)
            .toString();
    const int top = rowAt(0);
    m_down = verticalScrollBar()->value();
    m_topPerson = m_down > 0 ? personOn(top) : QString();
    m_topOffset = -rowViewportPosition(std::max(top, 0));
    m_across = horizontalScrollBar()->value();
}

void AccountMatrixView::restore()
{
    layOut();
    updateGeometries();
    if (const int row = m_currentPerson.isEmpty() ? -1 : m_model.lineOf(m_currentPerson); row >= 0) {
        int column = 0;
        while (column < m_model.columnCount() &&
               m_model.headerData(column, Qt::Horizontal, AccountMatrixModel::PortalRole) !=
                   m_currentPortal) {
            ++column;
        }
        setCurrentIndex(m_model.index(row, column));
    }
    const int top = m_topPerson.isEmpty() ? -1 : m_model.lineOf(m_topPerson);
    verticalScrollBar()->setValue(top < 0 ? m_down : verticalHeader()->sectionPosition(top) + m_topOffset);
    horizontalScrollBar()->setValue(m_across);
}

void AccountMatrixView::layOut()
{
    const int columns = model()->columnCount();
    verticalHeader()->setFixedWidth(m_theme.px(
        width() < m_theme.px(nameWidth + narrowestColumn * columns) ? narrowNameWidth : nameWidth));
    if (columns > 0) {
        const int each = viewport()->width() / columns;
        horizontalHeader()->setDefaultSectionSize(std::max(m_theme.px(narrowestColumn), each));
    }
}

void AccountMatrixView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void AccountMatrixView::open(const QModelIndex& cell)
{
    const QStringList accounts = cell.data(AccountMatrixModel::AccountsRole).toStringList();
    if (accounts.size() == 1) {
        Q_EMIT opened(accounts.first());
    }
    if (accounts.size() < 2) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& account : accounts) {
        // An ampersand of the portal's own is no mnemonic.
        const QAction* choice = menu->addAction(account.section(u':', 1).replace(u'&', QStringLiteral("&&")));
        connect(choice, &QAction::triggered, this, [this, account] { Q_EMIT opened(account); });
    }
    menu->popup(viewport()->mapToGlobal(visualRect(cell).center()));
}

void AccountMatrixView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void AccountMatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex cell = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && cell.isValid() && cell == currentIndex()) {
        open(cell);
    }
}

} // namespace proconnect::ui
