// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/SandboxClock.h"

#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace proconnect::sandbox {

class World;

/// A contact e-mail as SIRENE keeps it.
struct RecordedEmail
{
    std::string address;
    std::string recordedAt; ///< ISO 8601
};

/// The contact e-mails that SIRENE holds, by SIREN. Thread-safe.
class ContactEmails
{
public:
    static constexpr std::size_t LongestAddress = 110;

    ContactEmails(const World& world, const SandboxClock& clock);

    [[nodiscard]] std::optional<RecordedEmail> find(const std::string& siren) const;

    /// Records an address of at most 110 characters. False when SIRENE would refuse it.
    bool record(const std::string& siren, const std::string& address);

    /// The addresses by SIREN, for the control address.
    [[nodiscard]] nlohmann::json toJson() const;

    /// Everything, for the state file; restore() puts it back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

private:
    const SandboxClock& m_clock;
    mutable std::mutex m_mutex;
    std::map<std::string, RecordedEmail> m_emails;
};

} // namespace proconnect::sandbox
