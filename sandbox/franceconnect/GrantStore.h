// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/AuthorizeRequest.h"
#include "sandbox/world/SandboxClock.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace proconnect::sandbox {

/// What a code, then an access token, stands for.
struct Grant
{
    AuthorizeRequest request;
    std::string identityId;
    qint64 authTime = 0;
    qint64 issuedAt = 0;
    std::string accessToken; ///< empty until redeemed
    qint64 tokenExpiresAt = 0;
    bool revoked = false;
};

enum class RedeemProblem { None, NotFound, Expired, Consumed, WrongRedirectUri };

/// Codes (30 s, once) and access tokens (60 s). Thread-safe.
class GrantStore
{
public:
    static constexpr qint64 CodeLifetime = 30;
    static constexpr qint64 TokenLifetime = 60;

    explicit GrantStore(const SandboxClock& clock);

    /// A fresh code.
    [[nodiscard]] std::string issueCode(const AuthorizeRequest& request, const std::string& identityId,
                                        qint64 authTime);

    /// Turns the code into an access token. A second time revokes the first token.
    [[nodiscard]] RedeemProblem redeem(const std::string& code, const std::string& redirectUri, Grant& grant);

    /// The grant of a valid access token, or nothing.
    [[nodiscard]] std::optional<Grant> findByToken(const std::string& accessToken) const;

    void revoke(const std::string& accessToken);

private:
    const SandboxClock& m_clock;
    mutable std::mutex m_mutex;
    std::map<std::string, Grant> m_grants; ///< by code
};

} // namespace proconnect::sandbox
