// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/CompanyDesk.h"

#include <QPointer>

#include <utility>

namespace proconnect::tests {

/// Keeps each question until the test answers it.
class FakeCompanyDesk final : public CompanyDesk
{
public:
    void check(const SirenNumber& siren, QObject* context,
               std::function<void(Outcome<CompanyCheck>)> done) override
    {
        m_checked.append(siren.digits());
        m_context = context;
        m_check = std::move(done);
    }
    void attach(const SirenNumber& siren, QObject* context,
                std::function<void(Outcome<Company>)> done) override
    {
        m_attached.append(siren.digits());
        m_context = context;
        m_attach = std::move(done);
    }

    void sendReview(const QString& reference, const QString& replyTo, QObject* context,
                    std::function<void(Outcome<ReviewTransmission>)> done) override
    {
        m_sent.append(reference + u' ' + replyTo);
        m_context = context;
        m_send = std::move(done);
    }
    void readReceipts(const SirenNumber& siren, QObject* context,
                      std::function<void(Outcome<OwnReceipts>)> done) override
    {
        m_receiptsAsked.append(siren.digits());
        m_context = context;
        m_receipts = std::move(done);
    }

    void answerReview(const Outcome<ReviewTransmission>& outcome)
    {
        if (m_context) {
            std::exchange(m_send, nullptr)(outcome);
        }
    }
    void answerReceipts(const Outcome<OwnReceipts>& outcome)
    {
        if (m_context) {
            std::exchange(m_receipts, nullptr)(outcome);
        }
    }
    void answerCheck(const Outcome<CompanyCheck>& outcome)
    {
        if (m_context) {
            std::exchange(m_check, nullptr)(outcome);
        }
    }
    void answerAttach(const Outcome<Company>& outcome)
    {
        if (m_context) {
            std::exchange(m_attach, nullptr)(outcome);
        }
    }
    /// The question of the latest check, to be answered late.
    [[nodiscard]] std::function<void(Outcome<CompanyCheck>)> takeCheck()
    {
        return std::exchange(m_check, nullptr);
    }
    [[nodiscard]] const QStringList& checked() const { return m_checked; }
    [[nodiscard]] const QStringList& attached() const { return m_attached; }
    /// "reference address" of each case sent.
    [[nodiscard]] const QStringList& sent() const { return m_sent; }
    [[nodiscard]] const QStringList& receiptsAsked() const { return m_receiptsAsked; }

private:
    QPointer<QObject> m_context;
    std::function<void(Outcome<CompanyCheck>)> m_check;
    std::function<void(Outcome<Company>)> m_attach;
    std::function<void(Outcome<ReviewTransmission>)> m_send;
    std::function<void(Outcome<OwnReceipts>)> m_receipts;
    QStringList m_checked;
    QStringList m_sent;
    QStringList m_receiptsAsked;
    QStringList m_attached;
};

} // namespace proconnect::tests
