// SPDX-License-Identifier: MIT
#pragma once

#include "service/identity/DeviceRoutes.h"
#include "service/identity/IdentityProviders.h"
#include "service/identity/ProfileRoutes.h"
#include "service/identity/SessionRoutes.h"
#include "service/identity/SignInRoutes.h"
#include "service/identity/SignInTransactions.h"
#include "service/identity/SignOutTickets.h"
#include "service/platform/Platform.h"
#include "service/sessions/DpopSessionGuard.h"

#include <optional>

namespace proconnect::service {

/// Sign-in, sessions and sign-out, put together.
class IdentityPart
{
public:
    explicit IdentityPart(const Platform& platform);
    IdentityPart(const IdentityPart&) = delete;
    IdentityPart& operator=(const IdentityPart&) = delete;

    [[nodiscard]] SessionGuard& guard() { return m_guard; }
    /// The pivot identities that are still kept for matching.
    [[nodiscard]] RecentIdentities recentIdentities()
    {
        return [this](const QString& subject) { return m_sessions.recentIdentity(subject); };
    }
    /// Adds GET /v1/me, which tells the person's companies.
    void addProfile(const Platform& platform, CompanyDirectory& companies);

private:
    void forgetOld(const Log& log);

    ProofReplays m_replays;
    DpopCheck m_proofs;
    SessionStore m_sessions;
    AccessTokens m_tokens;
    IdentityProviders m_providers;
    DpopSessionGuard m_guard;
    SignInTransactions m_transactions;
    SignOutTickets m_signOutTickets;
    SignInRoutes m_signInRoutes;
    SessionRoutes m_sessionRoutes;
    DeviceRoutes m_deviceRoutes;
    std::optional<ProfileRoutes> m_profileRoutes;
    const Clock& m_clock;
};

} // namespace proconnect::service
