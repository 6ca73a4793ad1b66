// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/session/SignInRenewal.h"
#include "core/sync/ContactEmailDesk.h"

namespace proconnect {

/// Asks the service; it sends the code and tells SIRENE.
class DefaultContactEmailDesk final : public QObject, public ContactEmailDesk
{
    Q_OBJECT

public:
    DefaultContactEmailDesk(ApiClient& api, SignInRenewal& renewal, QObject* parent = nullptr);

    void sendCode(const QString& siren, const QString& address, QObject* context,
                  std::function<void(Outcome<EmailVerification>)> done) override;
    void confirm(const QString& siren, const EmailVerification& verification, const QString& code,
                 QObject* context, std::function<void(Outcome<Done>)> done) override;

Q_SIGNALS:
    /// The address changed at the service.
    void confirmed(const QString& siren);

private:
    ApiClient& m_api;
    SignInRenewal& m_renewal;
};

} // namespace proconnect
