// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/AccessTokens.h"
#include "core/net/HttpChannel.h"
#include "core/protocol/SignInMessages.h"
#include "core/session/SessionController.h"
#include "core/session/SessionVault.h"

#include <QObject>

#include <functional>
#include <optional>

namespace proconnect {

/// Ends a session where it still is once the screen shows nothing of it: at the service and in the key store.
class SessionFarewell final : public QObject
{
    Q_OBJECT

public:
    SessionFarewell(HttpChannel& channel, SessionVault& vault, QObject* parent = nullptr);

    /// Both, in any order; `done` comes once both have answered, or did not in time. `token`: one at hand
    /// spares a call.
    void say(const std::optional<AccessToken>& token, const std::optional<SessionSecrets>& secrets,
             std::function<void(const SignOutReport&)> done);
    /// At the service alone. `told` gets its answer; nothing when it did not take the call.
    void revoke(const AccessToken& token, std::function<void(const std::optional<SignOutReply>&)> told);

private:
    void tellService(const std::optional<AccessToken>& token, const SessionSecrets& secrets,
                     std::function<void(const std::optional<SignOutReply>&)> told);

    HttpChannel& m_channel;
    SessionVault& m_vault;
};

} // namespace proconnect
