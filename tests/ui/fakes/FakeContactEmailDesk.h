// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/ContactEmailDesk.h"

#include <QPointer>

namespace proconnect::tests {

/// Keeps each question until the test answers it.
class FakeContactEmailDesk final : public ContactEmailDesk
{
public:
    void sendCode(const QString& /*siren*/, const QString& address, QObject* context,
                  std::function<void(Outcome<EmailVerification>)> done) override;
    void confirm(const QString& /*siren*/, const EmailVerification& /*verification*/, const QString& code,
                 QObject* context, std::function<void(Outcome<Done>)> done) override;

    void answerSend(const Outcome<EmailVerification>& outcome);
    void answerConfirm(const Outcome<Done>& outcome);
    [[nodiscard]] const QString& address() const { return m_address; }
    [[nodiscard]] const QString& code() const { return m_code; }
    [[nodiscard]] int sendCount() const { return m_sendCount; }

private:
    QString m_address;
    QString m_code;
    QPointer<QObject> m_context;
    std::function<void(Outcome<EmailVerification>)> m_sent;
    std::function<void(Outcome<Done>)> m_confirmed;
    int m_sendCount = 0;
};

} // namespace proconnect::tests
