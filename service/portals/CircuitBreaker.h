// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <chrono>

namespace proconnect::service {

/// Leaves a server in peace after it failed several times in a row: first for a short pause, then twice as
/// long each time, up to the longest. One attempt after each pause says whether it is back. Not for several
/// threads.
class CircuitBreaker
{
public:
    enum class State {
        Closed,   ///< calls pass
        Open,     ///< a pause runs
        HalfOpen, ///< the next call says whether the server is back
    };

    CircuitBreaker(std::chrono::seconds firstPause, std::chrono::seconds longestPause)
        : m_firstPause(firstPause), m_longestPause(longestPause)
    {}

    [[nodiscard]] State state(const QDateTime& now) const;
    [[nodiscard]] bool allows(const QDateTime& now) const { return state(now) != State::Open; }
    void succeeded();
    void failed(const QDateTime& now);

    [[nodiscard]] int failuresInARow() const { return m_failures; }
    /// Not valid while calls pass.
    [[nodiscard]] QDateTime pausedUntil() const { return m_pausedUntil; }

private:
    std::chrono::seconds m_firstPause;
    std::chrono::seconds m_longestPause;
    int m_failures = 0;
    QDateTime m_pausedUntil;
};

} // namespace proconnect::service
