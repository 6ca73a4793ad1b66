// SPDX-License-Identifier: MIT
#include "ui/widgets/NavigationList.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/NavigationItem.h"
#include "ui/widgets/Rule.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QKeyEvent>

namespace proconnect::ui {

NavigationList::NavigationList(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(theme.px(2));
    setAccessibleName(qtTrId("a11y.nav"));
}

void NavigationList::addGroup(const QString& title)
{
    if (title.isEmpty()) {
        return;
    }
    auto* label = new TextLabel(title, TextStyle::Caption, TextLabel::Ink::Muted);
    label->setContentsMargins(m_theme.px(24), m_theme.px(14), m_theme.px(12), m_theme.px(6));
    m_titles.append(label);
    m_column->addWidget(label);
    auto* line = new QWidget;
    auto* room = new QVBoxLayout(line);
    room->setContentsMargins(m_theme.px(18), m_theme.px(6), m_theme.px(18), m_theme.px(6));
    room->addWidget(new Rule);
    line->hide();
    m_rules.append(line);
    m_column->addWidget(line);
}

void NavigationList::addStretch()
{
    m_column->addStretch(1);
}

void NavigationList::addEntry(const QString& id, const QString& iconName, const QString& name,
                              const QString& shortName)
{
    auto* entry = new NavigationItem(m_theme, id, iconName, name, shortName);
    entry->installEventFilter(this);
    connect(entry, &QAbstractButton::clicked, this, [this, id] { Q_EMIT entryChosen(id); });
    m_items.append(entry);
    m_column->addWidget(entry);
}

NavigationItem* NavigationList::item(const QString& id) const
{
    for (NavigationItem* entry : m_items) {
        if (entry->id() == id) {
            return entry;
        }
    }
    return nullptr;
}

void NavigationList::setActive(const QString& id)
{
    m_active = id;
    for (NavigationItem* entry : std::as_const(m_items)) {
        entry->setActive(entry->id() == id);
    }
}

void NavigationList::setCount(const QString& id, int count)
{
    if (NavigationItem* entry = item(id)) {
        entry->setCount(count);
    }
}

void NavigationList::setShown(const QString& id, bool shown)
{
    if (NavigationItem* entry = item(id)) {
        entry->setVisible(shown);
    }
}

void NavigationList::setDensity(Density density)
{
    for (QWidget* title : std::as_const(m_titles)) {
        title->setVisible(density == Density::Full);
    }
    for (QWidget* rule : std::as_const(m_rules)) {
        rule->setVisible(density != Density::Full);
    }
    const auto label = density == Density::Full     ? NavigationItem::Label::Full
                       : density == Density::Narrow ? NavigationItem::Label::Short
                                                    : NavigationItem::Label::None;
    for (NavigationItem* entry : std::as_const(m_items)) {
        entry->setLabel(label);
    }
}

void NavigationList::focusActive()
{
    NavigationItem* entry = item(m_active);
    if (!entry && !m_items.isEmpty()) {
        entry = m_items.constFirst();
    }
    if (entry) {
        entry->setFocus(Qt::TabFocusReason);
    }
}

bool NavigationList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        QList<NavigationItem*> items = m_items;
        items.removeIf([](const NavigationItem* one) { return one->isHidden(); });
        const qsizetype from = items.indexOf(static_cast<NavigationItem*>(watched));
        qsizetype to = 0;
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            to = qMin(from + 1, items.size() - 1);
            break;
        case Qt::Key_Up:
            to = qMax<qsizetype>(from - 1, 0);
            break;
        case Qt::Key_Home:
            break;
        case Qt::Key_End:
            to = items.size() - 1;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            items[from]->click();
            return true;
        default:
            return QWidget::eventFilter(watched, event);
        }
        items[to]->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace proconnect::ui
