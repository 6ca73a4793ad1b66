// SPDX-License-Identifier: MIT
#include "ui/home/EventsCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>

namespace proconnect::ui {

EventsCard::EventsCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_card(new Card(theme, qtTrId("home.last"), false))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void EventsCard::show(const QList<EventLine>& events)
{
    if (m_list && events == m_events) {
        return;
    }
    m_events = events;
    delete m_list;
    m_list = new QWidget;
    auto* grid = new QGridLayout(m_list);
    grid->setContentsMargins(m_theme.px(20), m_theme.px(14), m_theme.px(20), m_theme.px(16));
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(12));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const EventLine& event : std::as_const(m_events)) {
        grid->addWidget(new TextLabel(event.when, TextStyle::Table, TextLabel::Ink::Muted), row, 0,
                        Qt::AlignTop);
        grid->addWidget((new TextLabel(event.text, TextStyle::Table))->wrapped(), row, 1);
        ++row;
    }
    if (m_events.isEmpty()) {
        grid->addWidget(
            (new TextLabel(qtTrId("home.last.none"), TextStyle::Table, TextLabel::Ink::Muted))->wrapped(), 0,
            0, 1, 2);
    }
    m_card->body()->addWidget(m_list);
}

} // namespace proconnect::ui
