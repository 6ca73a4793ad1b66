// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Departure.h"
#include "ui/text/DateText.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace proconnect::ui {

class FieldRow;
class SegmentedControl;
class TextLabel;
class Theme;

/// When the accounts are closed: now, on a day and at an hour in Paris, or at once since the departure is a
/// conflict; and why somebody leaves, which the company alone keeps.
class DepartureWhen final : public QWidget
{
    Q_OBJECT

public:
    DepartureWhen(const Theme& theme, const DateText& dates, QWidget* parent = nullptr);

    /// Hours that may be chosen follow the clock: called whenever this is shown.
    void setNow(const DateText& dates);
    /// Shows what was chosen before.
    void set(const std::optional<QDateTime>& at, LeavingReason reason);
    /// Nothing: now.
    [[nodiscard]] std::optional<QDateTime> at() const;
    [[nodiscard]] LeavingReason reason() const;
    /// Why it cannot be that hour; empty when it can: it is over, or the clocks of Paris leave it out.
    [[nodiscard]] QString objection(const QDateTime& now) const;

Q_SIGNALS:
    void changed();

private:
    enum Choice { Now, Later, Conflict };

    void showParts();
    /// As the field shows it, counted as UTC.
    [[nodiscard]] QDateTime shown() const;

    SegmentedControl* m_choice;
    TextLabel* m_words;
    QDateTimeEdit* m_hour;
    QDateTime m_usual; ///< the hour that is proposed
    FieldRow* m_hourRow;
    QComboBox* m_reason;
    FieldRow* m_reasonRow;
};

} // namespace proconnect::ui
