// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/session/SignInRenewal.h"
#include "core/sync/AccountNoteDesk.h"

namespace proconnect {

/// Asks the service.
class DefaultAccountNoteDesk final : public AccountNoteDesk
{
public:
    DefaultAccountNoteDesk(ApiClient& api, SignInRenewal& renewal) : m_api(api), m_renewal(renewal) {}

    void setAside(const QString& siren, const SetAsideOrder& order, QObject* context,
                  std::function<void(Outcome<SetAside>)> done) override;
    void link(const QString& siren, const PersonLinkOrder& order, QObject* context,
              std::function<void(Outcome<PersonLink>)> done) override;
    void handIn(const QString& siren, const AccountFileOrder& order, QObject* context,
                std::function<void(Outcome<AccountFileTaken>)> done) override;

private:
    ApiClient& m_api;
    SignInRenewal& m_renewal;
};

} // namespace proconnect
