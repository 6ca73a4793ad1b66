// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/SandboxClock.h"

#include <map>
#include <mutex>
#include <string>

namespace proconnect::sandbox {

/// Opaque access tokens with an end. Thread-safe.
class TokenBook
{
public:
    TokenBook(const SandboxClock& clock, qint64 lifetimeSeconds);

    [[nodiscard]] std::string issue();
    [[nodiscard]] bool valid(const std::string& token) const;
    [[nodiscard]] qint64 lifetime() const { return m_lifetime; }

private:
    const SandboxClock& m_clock;
    qint64 m_lifetime;
    mutable std::mutex m_mutex;
    std::map<std::string, qint64> m_ends;
};

} // namespace proconnect::sandbox
