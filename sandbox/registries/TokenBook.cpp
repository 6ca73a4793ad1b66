// SPDX-License-Identifier: MIT
#include "sandbox/registries/TokenBook.h"

#include "sandbox/crypto/Random.h"

namespace proconnect::sandbox {

TokenBook::TokenBook(const SandboxClock& clock, qint64 lifetimeSeconds)
    : m_clock(clock), m_lifetime(lifetimeSeconds)
{}

std::string TokenBook::issue()
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    std::erase_if(m_ends, [now](const auto& item) { return item.second < now; });
    std::string token = randomToken();
    m_ends[token] = now + m_lifetime;
    return token;
}

bool TokenBook::valid(const std::string& token) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_ends.find(token);
    return found != m_ends.end() && found->second >= m_clock.seconds();
}

} // namespace proconnect::sandbox
