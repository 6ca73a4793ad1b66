// SPDX-License-Identifier: MIT
#include "tests/ui/support/FakeCompanyDesk.h"

namespace proconnect::tests {

void FakeCompanyDesk::check(const SirenNumber& siren, QObject* context,
                            std::function<void(Outcome<CompanyCheck>)> done)
{
    m_checked.append(siren.digits());
    m_context = context;
    m_check = std::move(done);
}

void FakeCompanyDesk::attach(const SirenNumber& siren, QObject* context,
                             std::function<void(Outcome<Company>)> done)
{
    m_attached.append(siren.digits());
    m_context = context;
    m_attach = std::move(done);
}

void FakeCompanyDesk::sendReview(const QString& reference, const QString& replyTo, QObject* context,
                                 std::function<void(Outcome<ReviewTransmission>)> done)
{
    m_sent.append(reference + u' ' + replyTo);
    m_context = context;
    m_send = std::move(done);
}

void FakeCompanyDesk::readReceipts(const SirenNumber& siren, QObject* context,
                                   std::function<void(Outcome<OwnReceipts>)> done)
{
    m_receiptsAsked.append(siren.digits());
    m_context = context;
    m_receipts = std::move(done);
}

void FakeCompanyDesk::readReceiptFile(const SirenNumber& siren, const QString& decision, QObject* context,
                                      std::function<void(Outcome<QByteArray>)> done)
{
    m_filesAsked.append(siren.digits() + u' ' + decision);
    m_context = context;
    m_file = std::move(done);
}

void FakeCompanyDesk::answerFile(const Outcome<QByteArray>& outcome)
{
    if (m_context) {
        std::exchange(m_file, nullptr)(outcome);
    }
}

void FakeCompanyDesk::answerReview(const Outcome<ReviewTransmission>& outcome)
{
    if (m_context) {
        std::exchange(m_send, nullptr)(outcome);
    }
}

void FakeCompanyDesk::answerReceipts(const Outcome<OwnReceipts>& outcome)
{
    if (m_context) {
        std::exchange(m_receipts, nullptr)(outcome);
    }
}

void FakeCompanyDesk::answerCheck(const Outcome<CompanyCheck>& outcome)
{
    if (m_context) {
        std::exchange(m_check, nullptr)(outcome);
    }
}

void FakeCompanyDesk::answerAttach(const Outcome<Company>& outcome)
{
    if (m_context) {
        std::exchange(m_attach, nullptr)(outcome);
    }
}

std::function<void(Outcome<CompanyCheck>)> FakeCompanyDesk::takeCheck()
{
    return std::exchange(m_check, nullptr);
}

} // namespace proconnect::tests
