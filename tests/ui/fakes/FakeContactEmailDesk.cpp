// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeContactEmailDesk.h"

namespace proconnect::tests {

void FakeContactEmailDesk::sendCode(const QString& /*siren*/, const QString& address, QObject* context,
                                    std::function<void(Outcome<EmailVerification>)> done)
{
    m_address = address;
    m_context = context;
    m_sent = std::move(done);
    ++m_sendCount;
}

void FakeContactEmailDesk::confirm(const QString& /*siren*/, const EmailVerification& /*verification*/,
                                   const QString& code, QObject* context,
                                   std::function<void(Outcome<Done>)> done)
{
    m_code = code;
    m_context = context;
    m_confirmed = std::move(done);
}

void FakeContactEmailDesk::answerSend(const Outcome<EmailVerification>& outcome)
{
    if (m_context) {
        std::exchange(m_sent, nullptr)(outcome);
    }
}

void FakeContactEmailDesk::answerConfirm(const Outcome<Done>& outcome)
{
    if (m_context) {
        std::exchange(m_confirmed, nullptr)(outcome);
    }
}

} // namespace proconnect::tests
