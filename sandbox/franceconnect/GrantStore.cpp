// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/GrantStore.h"

#include "sandbox/crypto/Random.h"

#include <algorithm>

namespace proconnect::sandbox {

namespace {
constexpr qint64 Forgotten = 3600;
}

GrantStore::GrantStore(const SandboxClock& clock) : m_clock(clock) {}

std::string GrantStore::issueCode(const AuthorizeRequest& request, const std::string& identityId,
                                  qint64 authTime)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    std::erase_if(m_grants, [now](const auto& item) { return item.second.issuedAt + Forgotten < now; });
    std::string code = randomToken();
    m_grants[code] = {request, identityId, authTime, now, {}, 0, false};
    return code;
}

RedeemProblem GrantStore::redeem(const std::string& code, const std::string& redirectUri, Grant& grant)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_grants.find(code);
    if (found == m_grants.end()) {
        return RedeemProblem::NotFound;
    }
    Grant& known = found->second;
    if (!known.accessToken.empty()) {
        known.revoked = true;
        return RedeemProblem::Consumed;
    }
    const qint64 now = m_clock.seconds();
    if (known.issuedAt + CodeLifetime < now) {
        return RedeemProblem::Expired;
    }
    if (known.request.redirectUri != redirectUri) {
        return RedeemProblem::WrongRedirectUri;
    }
    known.accessToken = randomToken();
    known.tokenExpiresAt = now + TokenLifetime;
    grant = known;
    return RedeemProblem::None;
}

std::optional<Grant> GrantStore::findByToken(const std::string& accessToken) const
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    const auto found = std::find_if(m_grants.begin(), m_grants.end(), [&](const auto& item) {
        return !accessToken.empty() && item.second.accessToken == accessToken && !item.second.revoked &&
               item.second.tokenExpiresAt >= now;
    });
    return found == m_grants.end() ? std::nullopt : std::optional(found->second);
}

void GrantStore::revoke(const std::string& accessToken)
{
    const std::lock_guard lock(m_mutex);
    for (auto& [code, grant] : m_grants) {
        if (!accessToken.empty() && grant.accessToken == accessToken) {
            grant.revoked = true;
        }
    }
}

} // namespace proconnect::sandbox
