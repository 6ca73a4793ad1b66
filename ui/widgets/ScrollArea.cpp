// SPDX-License-Identifier: MIT
#include "ui/widgets/ScrollArea.h"

#include <QApplication>
#include <QEvent>

namespace proconnect::ui {

ScrollArea::ScrollArea(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_focus = connect(qApp, &QApplication::focusChanged, this,
                      [this](QWidget*, QWidget* now) { showFocused(now); });
}

ScrollArea::~ScrollArea()
{
    // What has the focus within ends later, and gives it up then.
    disconnect(m_focus);
}

void ScrollArea::showFocused(QWidget* focused)
{
    // What shows in part was perhaps clicked: it stays under the mouse.
    if (focused && widget() && widget()->isAncestorOf(focused) && focused->visibleRegion().isEmpty()) {
        ensureWidgetVisible(focused);
    }
}

bool ScrollArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        decideOnBar();
    }
    return QScrollArea::eventFilter(watched, event);
}

bool ScrollArea::event(QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        decideOnBar();
    }
    return QScrollArea::event(event);
}

void ScrollArea::decideOnBar()
{
    if (!widget()) {
        return;
    }
    const QSize room = contentsRect().size();
    const int needed = widget()->hasHeightForWidth() ? widget()->heightForWidth(room.width())
                                                     : widget()->minimumSizeHint().height();
    const auto wanted = needed > room.height() ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff;
    if (wanted != verticalScrollBarPolicy()) {
        setVerticalScrollBarPolicy(wanted);
    }
}

} // namespace proconnect::ui
