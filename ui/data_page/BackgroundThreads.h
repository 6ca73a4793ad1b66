// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace proconnect::ui {

/// Threads that nobody waits for: one that reads from a network folder which is gone may hang until the
/// system gives up. Used by the thread of the windows alone.
class BackgroundThreads
{
public:
    BackgroundThreads() = default;
    BackgroundThreads(const BackgroundThreads&) = delete;
    BackgroundThreads& operator=(const BackgroundThreads&) = delete;
    /// Leaves alone what still runs; see anyRuns().
    ~BackgroundThreads();

    /// Runs `work` in a thread of its own. It owns all that it touches, or asks under a lock whether it is
    /// still there.
    void run(std::function<void()> work);

    /// Whether one still runs: the program must then end without destroying what is static, which such a
    /// thread uses.
    [[nodiscard]] bool anyRuns();

private:
    struct Thread
    {
        std::shared_ptr<std::atomic_bool> ended;
        std::thread thread;
    };

    std::vector<Thread> m_threads;
};

} // namespace proconnect::ui
