// SPDX-License-Identifier: MIT
#pragma once

#include "ui/text/BadgeContent.h"

#include <QList>
#include <QWidget>

class QBoxLayout;

namespace proconnect::ui {

class Button;
class Theme;

/// What a row of "Demandes à traiter" shows.
struct HomeRequest
{
    QString id;
    QString name;
    QString portal;
    QString rest; ///< what will be possible, and where
    QList<BadgeContent> badges;
    bool acceptable = false; ///< nothing to check: can be accepted from here
    bool enabled = true;
    QString accessible;

    friend bool operator==(const HomeRequest&, const HomeRequest&) = default;
};

/// A request on the home screen: who, what, and one or two buttons.
class HomeRequestRow final : public QWidget
{
    Q_OBJECT

public:
    HomeRequestRow(const Theme& theme, const HomeRequest& request, QWidget* parent = nullptr);

    /// Buttons under the text instead of beside it.
    void setStacked(bool stacked);

Q_SIGNALS:
    void accepted();
    void examined();

private:
    QBoxLayout* m_row;
    QBoxLayout* m_buttons;
};

} // namespace proconnect::ui
