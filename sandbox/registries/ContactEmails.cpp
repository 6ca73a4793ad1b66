// SPDX-License-Identifier: MIT
#include "sandbox/registries/ContactEmails.h"

#include "sandbox/http/Members.h"
#include "sandbox/world/World.h"

#include <algorithm>

namespace proconnect::sandbox {

ContactEmails::ContactEmails(const World& world, const SandboxClock& clock) : m_clock(clock)
{
    for (const nlohmann::json& source : world.section("adresses_mel")) {
        const std::string recordedAt = textMember(source, "enregistree_le");
        if (!recordedAt.empty()) {
            m_emails[world.sirenOf(textMember(source, "entreprise"))] = {textMember(source, "mel"),
                                                                         recordedAt};
        }
    }
}

std::optional<RecordedEmail> ContactEmails::find(const std::string& siren) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_emails.find(siren);
    return found == m_emails.end() ? std::nullopt : std::optional(found->second);
}

bool ContactEmails::record(const std::string& siren, const std::string& address)
{
    const auto invisible = [](unsigned char character) { return character <= ' ' || character == 0x7F; };
    const std::size_t at = address.find('@');
    if (address.size() > LongestAddress || at == 0 || at == std::string::npos || at + 1 == address.size() ||
        address.find('@', at + 1) != std::string::npos ||
        std::any_of(address.begin(), address.end(), invisible)) {
        return false;
    }
    const std::lock_guard lock(m_mutex);
    m_emails[siren] = {address, m_clock.instant()};
    return true;
}

nlohmann::json ContactEmails::toJson() const
{
    const std::lock_guard lock(m_mutex);
    nlohmann::json all = nlohmann::json::object();
    for (const auto& [siren, email] : m_emails) {
        all[siren] = email.address;
    }
    return all;
}

nlohmann::json ContactEmails::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    nlohmann::json all = nlohmann::json::object();
    for (const auto& [siren, email] : m_emails) {
        all[siren] = {{"address", email.address}, {"recordedAt", email.recordedAt}};
    }
    return all;
}

void ContactEmails::restore(const nlohmann::json& saved)
{
    const std::lock_guard lock(m_mutex);
    m_emails.clear();
    for (const auto& [siren, email] : saved.items()) {
        m_emails[siren] = {textMember(email, "address"), textMember(email, "recordedAt")};
    }
}

} // namespace proconnect::sandbox
