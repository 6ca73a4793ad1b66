// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <chrono>

namespace proconnect::service {

/// Leaves a portal in peace after it failed several times in a row: first for a short pause, then twice as
/// long each time, up to the longest. One attempt after each pause says whether it is back. Not for several
/// threads.
class CircuitBreaker
{
public:
    CircuitBreaker(std::chrono::seconds firstPause, std::chrono::seconds longestPause)
        : m_firstPause(firstPause), m_longestPause(longestPause)
    {}

    [[nodiscard]] bool allows(const QDateTime& now) const
    {
        return !m_closedUntil.isValid() || now >= m_closedUntil;
    }
    void succeeded();
    void failed(const QDateTime& now);

private:
    std::chrono::seconds m_firstPause;
    std::chrono::seconds m_longestPause;
    int m_failures = 0;
    QDateTime m_closedUntil;
};

} // namespace proconnect::service
