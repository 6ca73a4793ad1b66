// SPDX-License-Identifier: MIT
#include "ui/widgets/FlowLayout.h"

#include <QWidget>

namespace proconnect::ui {
namespace {

/// As wide as the item would like to be, within the line; a text that breaks is then higher.
QSize sizeWithin(const QLayoutItem& item, int width)
{
    const QSize hint = item.sizeHint();
    if (hint.width() <= width) {
        return hint;
    }
    return {qMax(width, 0), item.hasHeightForWidth() ? item.heightForWidth(width) : hint.height()};
}

} // namespace

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, QWidget* parent)
    : QLayout(parent), m_horizontalGap(horizontalGap), m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
            height = qMax(height, item->sizeHint().height());
        }
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool move) const
{
    int top = rect.top();
    qsizetype first = 0;
    while (first < m_items.size()) {
        // Find the items of one line, then place them on its middle.
        int width = 0;
        int height = 0;
        qsizetype end = first;
        for (; end < m_items.size(); ++end) {
            if (m_items[end]->isEmpty()) {
                continue;
            }
            const QSize hint = sizeWithin(*m_items[end], rect.width());
            const int needed = width + (width > 0 ? m_horizontalGap : 0) + hint.width();
            if (width > 0 && needed > rect.width()) {
                break;
            }
            width = needed;
            height = qMax(height, hint.height());
        }
        int left = rect.left();
        if (m_lines & Qt::AlignRight) {
            left += rect.width() - width;
        } else if (m_lines & Qt::AlignHCenter) {
            left += (rect.width() - width) / 2;
        }
        for (qsizetype i = first; move && i < end; ++i) {
            if (m_items[i]->isEmpty()) {
                continue;
            }
            const QSize size = sizeWithin(*m_items[i], rect.width());
            m_items[i]->setGeometry(QRect(QPoint(left, top + (height - size.height()) / 2), size));
            left += size.width() + m_horizontalGap;
        }
        top += height;
        first = end;
        if (first < m_items.size()) {
            top += m_verticalGap;
        }
    }
    return top - rect.top();
}

} // namespace proconnect::ui
