// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"

#include <QWidget>

class QLineEdit;

namespace proconnect::ui {

class Banner;
class Button;
class DateText;
class FieldRow;
class Theme;

/// Inside C-24, when a human must look: what FranceConnect says of the person, where to correct either side,
/// and the way to send the case to support. Nothing of a register is here, nor which information matches.
class ReviewPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `check` needs review and has a reference.
    ReviewPanel(const Theme& theme, const DateText& dates, const CompanyCheck& check,
                QWidget* parent = nullptr);

    /// How sending ended.
    void showOutcome(const Outcome<ReviewTransmission>& outcome);

Q_SIGNALS:
    void sendRequested(const QString& reference, const QString& replyTo);

private:
    QWidget* makeIdentity(const CheckedIdentity& identity) const;
    QWidget* makeForm();
    void send();

    const Theme& m_theme;
    const DateText& m_dates;
    QString m_reference;
    QString m_email;
    Banner* m_result = nullptr;
    QWidget* m_form = nullptr;
    QLineEdit* m_field = nullptr;
    FieldRow* m_row = nullptr;
    Button* m_send = nullptr;
};

} // namespace proconnect::ui
