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
               std::function<void(Outcome<CompanyCheck>)> done) override;
    void attach(const SirenNumber& siren, QObject* context,
                std::function<void(Outcome<Company>)> done) override;

    void sendReview(const QString& reference, const QString& replyTo, QObject* context,
                    std::function<void(Outcome<ReviewTransmission>)> done) override;
    void readReceipts(const SirenNumber& siren, QObject* context,
                      std::function<void(Outcome<OwnReceipts>)> done) override;

    void answerReview(const Outcome<ReviewTransmission>& outcome);
    void answerReceipts(const Outcome<OwnReceipts>& outcome);
    void answerCheck(const Outcome<CompanyCheck>& outcome);
    void answerAttach(const Outcome<Company>& outcome);
    /// The question of the latest check, to be answered late.
    [[nodiscard]] std::function<void(Outcome<CompanyCheck>)> takeCheck();
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
