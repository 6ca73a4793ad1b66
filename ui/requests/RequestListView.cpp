// SPDX-License-Identifier: MIT
#include "ui/requests/RequestListView.h"

#include "ui/requests/RequestDelegate.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>

namespace proconnect::ui {
namespace {

/// Two requests: with less, a list is a slit.
constexpr int smallestHeight = 200;

} // namespace

RequestListView::RequestListView(const Theme& theme, QWidget* parent) : QListView(parent)
{
    setItemDelegate(new RequestDelegate(theme, this));
    setAccessibleName(qtTrId("req.list"));
    setMouseTracking(true);
    setMinimumHeight(theme.px(smallestHeight));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_Hover);
}

void RequestListView::keyPressEvent(QKeyEvent* event)
{
    const bool plain = event->modifiers() == Qt::NoModifier && !event->isAutoRepeat();
    if (m_letters && plain && currentIndex().isValid()) {
        if (event->key() == Qt::Key_A) {
            Q_EMIT acceptPressed();
            return;
        }
        if (event->key() == Qt::Key_R) {
            Q_EMIT refusePressed();
            return;
        }
    }
    QListView::keyPressEvent(event);
}

void RequestListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

} // namespace proconnect::ui
