// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/outgoing/HttpClient.h"

#include <QDateTime>

#include <mutex>

namespace proconnect::service {

/// Keeps a register or a portal in peace while it asks for it: calls that ignore a 429 get the address banned
/// for hours. From any thread.
class ServerPause
{
public:
    explicit ServerPause(const Clock& clock) : m_clock(clock) {}

    /// True while no call may be made.
    [[nodiscard]] bool active() const;
    /// Learns from a 429 or a 503: their Retry-After, or one minute after a 429 without it. Of several
    /// demands the one that ends last counts.
    void note(const HttpReply& reply);

private:
    const Clock& m_clock;
    mutable std::mutex m_mutex;
    QDateTime m_until;
};

} // namespace proconnect::service
