// SPDX-License-Identifier: MIT
#pragma once

#include "ui/models/CompanySummary.h"

#include <QWidget>

namespace proconnect::ui {

class Card;
class TextLabel;
class Theme;

/// "Qui a accès à quoi": accounts per portal, and how many are shared.
class PortalsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit PortalsCard(const Theme& theme, QWidget* parent = nullptr);

    void show(const QList<PortalCount>& portals, int accounts, int holders);
    /// Portals side by side: three, or fewer when the page is narrow.
    void setColumns(int columns);

Q_SIGNALS:
    void allClicked();

private:
    void build();
    [[nodiscard]] QWidget* cell(const PortalCount& portal);

    const Theme& m_theme;
    Card* m_card;
    TextLabel* m_total;
    QWidget* m_grid = nullptr;
    QList<PortalCount> m_portals;
    int m_columns = 3;
};

} // namespace proconnect::ui
