// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/session/SignInRenewal.h"
#include "core/sync/CompanyDesk.h"

namespace proconnect {

/// Asks the service; it asks the registers.
class DefaultCompanyDesk final : public QObject, public CompanyDesk
{
    Q_OBJECT

public:
    DefaultCompanyDesk(ApiClient& api, SignInRenewal& renewal, QObject* parent = nullptr);

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

Q_SIGNALS:
    /// A company was attached: the profile has changed at the service.
    void attached(const QString& siren);

private:
    ApiClient& m_api;
    SignInRenewal& m_renewal;
};

} // namespace proconnect
