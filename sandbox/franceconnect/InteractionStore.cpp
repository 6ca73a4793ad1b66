// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/InteractionStore.h"

#include "sandbox/crypto/Random.h"

namespace proconnect::sandbox {

namespace {
constexpr qint64 Lifetime = 1800;
constexpr qint64 PlusLifetime = 600;
} // namespace

InteractionStore::InteractionStore(const SandboxClock& clock, bool plus)
    : m_clock(clock), m_sliding(!plus), m_lifetime(plus ? PlusLifetime : Lifetime)
{}

Interaction InteractionStore::start(const AuthorizeRequest& request, const std::string& sessionId)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.seconds();
    std::erase_if(m_interactions, [&](const auto& item) { return item.second.startedAt + m_lifetime < now; });
    std::erase_if(m_sessions, [&](const auto& item) { return item.second.lastSeen + m_lifetime < now; });

    Interaction interaction;
    interaction.uid = randomToken(16);
    interaction.csrf = randomToken();
    interaction.request = request;
    interaction.startedAt = now;
    const auto known = m_sessions.find(sessionId);
    if (known != m_sessions.end()) {
        interaction.sessionId = sessionId;
        interaction.identityId = known->second.identityId;
        interaction.authTime = known->second.authTime;
        known->second.lastSeen = m_sliding ? now : known->second.lastSeen;
    } else {
        interaction.sessionId = randomToken();
        m_sessions[interaction.sessionId].lastSeen = now;
    }
    m_interactions[interaction.uid] = interaction;
    return interaction;
}

std::optional<Interaction> InteractionStore::find(const std::string& uid, const std::string& sessionId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_interactions.find(uid);
    if (found == m_interactions.end() || found->second.sessionId != sessionId ||
        found->second.startedAt + m_lifetime < m_clock.seconds()) {
        return std::nullopt;
    }
    return found->second;
}

void InteractionStore::chooseIdentity(const std::string& uid, const std::string& identityId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_interactions.find(uid);
    if (found == m_interactions.end()) {
        return;
    }
    const qint64 now = m_clock.seconds();
    found->second.identityId = identityId;
    found->second.authTime = now;
}

bool InteractionStore::finish(const std::string& uid)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_interactions.find(uid);
    if (found == m_interactions.end() || found->second.finished) {
        return false;
    }
    found->second.finished = true;
    m_sessions[found->second.sessionId] = {found->second.identityId, found->second.authTime,
                                           m_sliding ? m_clock.seconds() : found->second.authTime};
    return true;
}

bool InteractionStore::endSession(const std::string& sessionId)
{
    const std::lock_guard lock(m_mutex);
    return m_sessions.erase(sessionId) == 1;
}

} // namespace proconnect::sandbox
