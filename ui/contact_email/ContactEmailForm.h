// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/ContactEmailDesk.h"

#include <QVariant>
#include <QWidget>

#include <optional>

class QLineEdit;
class QTimer;
class QVBoxLayout;

namespace proconnect {
class Clock;
}

namespace proconnect::ui {

class Banner;
class Button;
class CodeField;
class FieldRow;
class IconLabel;
class LinkButton;
class TextLabel;
class Theme;

/// E-55 and E-56: a new address, then the code received there, then done. The old address stays until then.
class ContactEmailForm final : public QWidget
{
    Q_OBJECT

public:
    ContactEmailForm(const Theme& theme, const Clock& clock, ContactEmailDesk& desk,
                     QWidget* parent = nullptr);

    /// `current` cannot be given again; `enabled` is false offline.
    void setCompany(const QString& siren, const QString& current, bool enabled, const QString& reason);
    [[nodiscard]] bool codeAwaited() const { return m_verification.has_value(); }
    /// The address typed and the code awaited, if any.
    [[nodiscard]] QVariant draft() const;
    void restoreDraft(const QVariant& draft);

Q_SIGNALS:
    /// The screen code of the present step: E-55 or E-56.
    void stepChanged(const QString& code);
    void changed(const QString& address);

private:
    [[nodiscard]] QWidget* makeAddressStep();
    [[nodiscard]] QWidget* makeCodeStep();
    void takeKept();
    void sendCode();
    void codeSent(const Outcome<EmailVerification>& outcome);
    void confirm();
    void confirmed(const EmailVerification& asked, const Outcome<Done>& outcome);
    void backToAddress();
    void showStep();
    void showTime();
    void showMissing();
    void warnIfPersonal();

    const Theme& m_theme;
    const Clock& m_clock;
    ContactEmailDesk& m_desk;
    QString m_siren;
    QString m_current;
    bool m_enabled = true;
    std::optional<EmailVerification> m_verification;
    QDateTime m_sentAt;
    QVariantMap m_kept;     ///< of a former page, until its company is on screen
    bool m_waiting = false; ///< an answer of the service is awaited
    quint64 m_turn = 0;     ///< answers asked for another company are ignored

    QLineEdit* m_address;
    FieldRow* m_addressRow;
    TextLabel* m_personal;
    Button* m_send;
    Button* m_edit;
    TextLabel* m_reason;
    QWidget* m_codeStep;
    CodeField* m_code;
    TextLabel* m_codeError;
    TextLabel* m_left;
    TextLabel* m_resendHint;
    LinkButton* m_resend;
    Banner* m_effect = nullptr;
    Button* m_save;
    Button* m_cancel;
    TextLabel* m_missing;
    QTimer* m_second;
};

} // namespace proconnect::ui
