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
    void readReceiptFile(const SirenNumber& siren, const QString& decision, QObject* context,
                         std::function<void(Outcome<QByteArray>)> done) override;

    void answerReview(const Outcome<ReviewTransmission>& outcome);
    void answerReceipts(const Outcome<OwnReceipts>& outcome);
    void answerFile(const Outcome<QByteArray>& outcome);
    void answerCheck(const Outcome<CompanyCheck>& outcome);
    void answerAttach(const Outcome<Company>& outcome);
    /// The question of the latest check, to be answered late.
    [[nodiscard]] std::function<void(Outcome<CompanyCheck>)> takeCheck();
    [[nodiscard]] const QStringList& checked() const { return m_checked; }
    [[nodiscard]] const QStringList& attached() const { return m_attached; }
    /// "reference address" of each case sent.
    [[nodiscard]] const QStringList& sent() const { return m_sent; }
    [[nodiscard]] const QStringList& receiptsAsked() const { return m_receiptsAsked; }
    /// "SIREN decision" of each file asked for.
    [[nodiscard]] const QStringList& filesAsked() const { return m_filesAsked; }

private:
    QPointer<QObject> m_context;
    std::function<void(Outcome<CompanyCheck>)> m_check;
    std::function<void(Outcome<Company>)> m_attach;
    std::function<void(Outcome<ReviewTransmission>)> m_send;
    std::function<void(Outcome<OwnReceipts>)> m_receipts;
    std::function<void(Outcome<QByteArray>)> m_file;
    QStringList m_checked;
    QStringList m_sent;
    QStringList m_receiptsAsked;
    QStringList m_filesAsked;
    QStringList m_attached;
};

} // namespace proconnect::tests
