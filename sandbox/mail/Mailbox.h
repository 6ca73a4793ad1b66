// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/mail/MailMessage.h"

#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace proconnect::sandbox {

class World;

/// Every e-mail that the sandbox received, and the addresses that refuse theirs. Thread-safe.
class Mailbox
{
public:
    enum class Verdict { Taken, NoSuchAddress, FullForNow };

    /// Starts with the unreachable addresses of the demonstration.
    explicit Mailbox(const World& world);

    [[nodiscard]] Verdict verdictFor(const std::string& address) const;

    /// Replaces the addresses that bounce: for good (550), for now (452).
    void setBounces(std::set<std::string> permanent, std::set<std::string> temporary);

    /// Keeps the message, the oldest of a thousand giving way.
    void add(MailMessage message);

    void clear();

    /// Oldest first.
    [[nodiscard]] std::vector<MailMessage> all() const;

    [[nodiscard]] nlohmann::json messages() const;
    [[nodiscard]] nlohmann::json bounces() const;

    /// Everything, for the state file; restore() puts it back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

private:
    mutable std::mutex m_mutex;
    std::vector<MailMessage> m_messages;
    int m_lastId = 0;
    std::set<std::string> m_permanent;
    std::set<std::string> m_temporary;
};

} // namespace proconnect::sandbox
