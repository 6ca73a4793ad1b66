// SPDX-License-Identifier: MIT
#pragma once

#include "ui/departure/DeparturePanel.h"
#include "ui/departure/StepRow.h"

class QProgressBar;

namespace proconnect::ui {

class Banner;
class Button;
class ReceiptCard;
class TextLabel;

/// the closing of each account as it stands, portals that close at once first.
class ProgressPanel final : public DeparturePanel
{
    Q_OBJECT

public:
    /// How a departure is shown.
    struct Content
    {
        Departure departure;
        bool announced = false; ///< the service does not have it yet
        bool undoable = false;  ///< and nothing was sent
        QString hindrance;      ///< why nothing can be decided now; empty when it can
        /// Of single accounts: a decision is on its way.
        QHash<QString, QString> hindered;
        QSet<QString> restorable; ///< accounts that can be opened again
        bool stopping = false;    ///< the order to stop is on its way
    };

    explicit ProgressPanel(const Theme& theme, QWidget* parent = nullptr);

    /// The text is used during the call only.
    void show(const DepartureText& text, const Content& content);
    void setStacked(bool stacked);
    /// While the receipt is on its way.
    void setSaving(bool saving);

Q_SIGNALS:
    void stopClicked();
    void backgroundClicked();
    void receiptClicked(bool asJson);
    /// Of one account (PortalAccount::id).
    void asked(const QString& account, proconnect::ui::StepRow::Act act);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] StepRow::Content rowOf(const DepartureText& text, const Content& content,
                                         const DepartureStep& step, const QString& which) const;
    void build();

    TextLabel* m_title;
    TextLabel* m_sentence;
    TextLabel* m_count;
    QProgressBar* m_bar;
    Banner* m_putOff;
    Banner* m_trouble;
    QWidget* m_list = nullptr;
    QList<StepRow::Content> m_rows;
    ReceiptCard* m_receipt;
    TextLabel* m_why;
    Button* m_stop;
    QString m_said; ///< the latest state told to screen readers
    bool m_stacked = false;
    bool m_built = false;
};

} // namespace proconnect::ui
