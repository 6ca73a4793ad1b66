// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/net/ApiClient.h"
#include "core/session/SignInRenewal.h"
#include "core/session/TokenKeeper.h"
#include "core/sync/DelegationDesk.h"

namespace proconnect {

/// Asks the service; the device signs each act (docs/api/openapi.yaml).
class DefaultDelegationDesk final : public QObject, public DelegationDesk
{
    Q_OBJECT

public:
    DefaultDelegationDesk(TokenKeeper& tokens, ApiClient& api, SignInRenewal& renewal, const Clock& clock)
        : m_tokens(tokens), m_api(api), m_renewal(renewal), m_clock(clock)
    {}

    void list(const QString& siren, QObject* context,
              std::function<void(Outcome<DelegationList>)> done) override;
    void act(const Delegation& shown, DelegationOrder order, QObject* context,
             std::function<void(Outcome<Delegation>)> done) override;
    void answer(const DelegationAnswer& answer, QObject* context,
                std::function<void(Outcome<Delegation>)> done) override;

Q_SIGNALS:
    /// The person accepted an invitation: they may act from now on, or from the delegation's first day.
    void takenUp(const proconnect::Delegation& delegation);

private:
    TokenKeeper& m_tokens;
    ApiClient& m_api;
    SignInRenewal& m_renewal;
    const Clock& m_clock;
};

} // namespace proconnect
