// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <functional>
#include <mutex>

namespace proconnect::service {

/// Lets so many work at once, and as many more wait. From any thread.
class Turns
{
public:
    enum class Turn {
        Now,
        Later, ///< `go` is called once somebody else's turn has ended
        Never, ///< too many wait
    };

    Turns(int atOnce, int mostWaiting) : m_atOnce(atOnce), m_mostWaiting(mostWaiting) {}

    /// Who goes, now or later, calls end() afterwards.
    [[nodiscard]] Turn ask(std::function<void()> go);
    /// Calls the `go` of whoever has waited longest.
    void end();
    /// Those who wait go no more.
    void forget();
    [[nodiscard]] int waiting() const;

private:
    const int m_atOnce;
    const int m_mostWaiting;
    mutable std::mutex m_mutex;
    int m_working = 0;
    std::deque<std::function<void()>> m_line;
};

} // namespace proconnect::service
