// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/CompanySummary.h"

#include <QWidget>

namespace proconnect::ui {

class Card;
class Theme;

/// "À surveiller": three things at most that deserve a look, each with what to do.
class WatchCard final : public QWidget
{
    Q_OBJECT

public:
    explicit WatchCard(const Theme& theme, QWidget* parent = nullptr);

    /// `allHeard`: every portal has answered, so that no item means that there is nothing to say.
    void show(const QList<WatchItem>& items, bool allHeard);

Q_SIGNALS:
    void actionClicked(const proconnect::ui::WatchItem& item);

private:
    void build();
    [[nodiscard]] QWidget* row(const WatchItem& item);

    const Theme& m_theme;
    Card* m_card;
    QWidget* m_list = nullptr;
    QList<WatchItem> m_items;
    bool m_allHeard = true;
};

} // namespace proconnect::ui
