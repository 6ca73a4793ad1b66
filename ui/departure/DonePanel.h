// SPDX-License-Identifier: MIT
#pragma once

#include "ui/departure/DeparturePanel.h"
#include "ui/text/DepartureText.h"

class QBoxLayout;

namespace proconnect::ui {

class Banner;
class Button;
class IconLabel;
class ReceiptCard;
class TextLabel;

/// what is closed, what still runs, what is left to the director; the receipt, and what to think of
/// next.
class DonePanel final : public DeparturePanel
{
    Q_OBJECT

public:
    explicit DonePanel(const Theme& theme, QWidget* parent = nullptr);

    /// `contactEmail`: the company's contact address is still theirs. The text is used during the call only.
    void show(const DepartureText& text, const Departure& departure, bool contactEmail);
    void setStacked(bool stacked);
    /// While the receipt is on its way.
    void setSaving(bool saving);

Q_SIGNALS:
    void stepsClicked();
    void contactEmailClicked();
    void receiptClicked(bool asJson);
    void anotherClicked();
    void finishClicked();

private:
    /// One of the three sums.
    struct Sum
    {
        QWidget* card = nullptr;
        TextLabel* number = nullptr;
        TextLabel* portals = nullptr;
        Button* steps = nullptr;
    };

    [[nodiscard]] Sum makeSum(const char* icon, int ink, const QString& title, const QString& action);
    [[nodiscard]] QWidget* makeHead();
    static void fill(const Sum& sum, const QStringList& portals);
    void showTitle(const Departure& departure);

    IconLabel* m_icon;
    TextLabel* m_title;
    TextLabel* m_person;
    QBoxLayout* m_sums;
    Sum m_closed;
    Sum m_underWay;
    Sum m_toDo;
    Sum m_restored;
    Banner* m_contact;
    ReceiptCard* m_receipt;
};

} // namespace proconnect::ui
