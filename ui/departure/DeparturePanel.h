// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace proconnect::ui {

class BesideLayout;
class Card;
class FlowLayout;
class Theme;

/// A card of the departure: where one stands in it, what there is to see, and the row of buttons.
class DeparturePanel : public QWidget
{
    Q_OBJECT

public:
    enum Place { Choose, Check, Close, Over };

    DeparturePanel(const Theme& theme, Place place, QWidget* parent = nullptr);

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// Between the steps and the buttons.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// The button that goes back, or what is said at the left of the row.
    void setStart(QWidget* widget);
    /// What is said before the buttons, and the buttons, from left to right.
    void addToEnd(QWidget* widget);
    /// What was built anew takes its place in the order of Tab, which is that of reading.
    void chainFocus();

private:
    [[nodiscard]] QWidget* makeSteps(Place place) const;

    const Theme& m_theme;
    Card* m_card;
    QVBoxLayout* m_body;
    BesideLayout* m_row;
    QWidget* m_startPlace;
    FlowLayout* m_end;
};

} // namespace proconnect::ui
