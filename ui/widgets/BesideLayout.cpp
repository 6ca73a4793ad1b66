// SPDX-License-Identifier: MIT
#include "ui/widgets/BesideLayout.h"

#include <QWidget>

namespace proconnect::ui {
namespace {

bool shown(const QLayoutItem* item)
{
    return item && !item->isEmpty();
}

int heightAt(const QLayoutItem& item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

BesideLayout::BesideLayout(Grows grows, int room, int gap, int verticalGap)
    : m_grows(grows), m_room(room), m_gap(gap), m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

BesideLayout::~BesideLayout() = default;

void BesideLayout::setRoom(int room)
{
    m_room = room;
    invalidate();
}

void BesideLayout::addLayout(QLayout* layout)
{
    addChildLayout(layout);
    addItem(layout);
}

void BesideLayout::addItem(QLayoutItem* item)
{
    const std::size_t place = m_items[0] ? 1 : 0;
    Q_ASSERT(!m_items[place]);
    m_items[place].reset(item);
    invalidate();
}

int BesideLayout::count() const
{
    return m_items[1] ? 2 : (m_items[0] ? 1 : 0);
}

QLayoutItem* BesideLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* BesideLayout::takeAt(int index)
{
    if (index < 0 || index >= count()) {
        return nullptr;
    }
    QLayoutItem* taken = m_items[static_cast<std::size_t>(index)].release();
    if (index == 0) {
        m_items[0] = std::move(m_items[1]);
    }
    return taken;
}

QLayoutItem* BesideLayout::growing() const
{
    return m_items[m_grows == Grows::First ? 0 : 1].get();
}

QLayoutItem* BesideLayout::other() const
{
    return m_items[m_grows == Grows::First ? 1 : 0].get();
}

bool BesideLayout::both() const
{
    return shown(m_items[0].get()) && shown(m_items[1].get());
}

bool BesideLayout::stacked(int width) const
{
    return other()->sizeHint().width() + m_gap + m_room > width;
}

int BesideLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return arrange(QRect(0, 0, width - margins.left() - margins.right(), 0), false) + margins.top() +
           margins.bottom();
}

QSize BesideLayout::sizeHint() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (shown(item.get())) {
            const QSize hint = item->sizeHint();
            size.rwidth() = (size.width() > 0 ? size.width() + m_gap : 0) + hint.width();
            size.setHeight(qMax(size.height(), hint.height()));
        }
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize BesideLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items) {
        if (shown(item.get())) {
            size = size.expandedTo(item->minimumSize());
        }
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void BesideLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int BesideLayout::arrange(const QRect& rect, bool move) const
{
    int top = rect.top();
    if (both() && !stacked(rect.width())) {
        const int fixed = other()->sizeHint().width();
        const int rest = rect.width() - fixed - m_gap;
        const bool firstGrows = m_grows == Grows::First;
        const std::array widths{firstGrows ? rest : fixed, firstGrows ? fixed : rest};
        const std::array heights{heightAt(*m_items[0], widths[0]), heightAt(*m_items[1], widths[1])};
        const int height = qMax(qMax(heights[0], heights[1]), move ? rect.height() : 0);
        int left = rect.left();
        for (std::size_t i = 0; move && i < m_items.size(); ++i) {
            const int down = m_across & Qt::AlignTop ? 0 : (height - heights[i]) / 2;
            m_items[i]->setGeometry(QRect(left, top + down, widths[i], heights[i]));
            left += widths[i] + m_gap;
        }
        return height;
    }
    bool first = true;
    for (const auto& item : m_items) {
        if (!shown(item.get())) {
            continue;
        }
        top += first ? 0 : m_verticalGap;
        first = false;
        const int width =
            item.get() == growing() ? rect.width() : qMin(rect.width(), item->sizeHint().width());
        const int height = heightAt(*item, width);
        if (move) {
            item->setGeometry(QRect(rect.left(), top, width, height));
        }
        top += height;
    }
    return top - rect.top();
}

} // namespace proconnect::ui
