// SPDX-License-Identifier: MIT
#pragma once

#include "ui/home/HomeRequestRow.h"

#include <QWidget>

class QVBoxLayout;

namespace proconnect::ui {

class Card;
class TextLabel;

/// "Demandes à traiter": three requests at most, or that there is nothing to do.
class HomeRequestsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit HomeRequestsCard(const Theme& theme, QWidget* parent = nullptr);

    /// Keeps the rows, and the focus in them, when nothing changed. `reason` says why "Accepter" is disabled.
    void show(const QList<HomeRequest>& requests, const QString& reason);
    void setStacked(bool stacked);

Q_SIGNALS:
    void acceptClicked(const QString& id);
    void examineClicked(const QString& id);
    void allClicked();

private:
    void build();

    const Theme& m_theme;
    Card* m_card;
    QWidget* m_list = nullptr;
    QList<HomeRequest> m_requests;
    QString m_reason;
    QList<HomeRequestRow*> m_rows;
    bool m_stacked = false;
};

} // namespace proconnect::ui
