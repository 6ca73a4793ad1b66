// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/CompanySummary.h"

#include <QWidget>

namespace proconnect::ui {

class Card;
class Theme;

/// "Derniers événements".
class EventsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit EventsCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const QList<EventLine>& events);

private:
    const Theme& m_theme;
    Card* m_card;
    QWidget* m_list = nullptr;
    QList<EventLine> m_events;
};

} // namespace proconnect::ui
