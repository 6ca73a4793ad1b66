// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace proconnect {

/// Does one job after the other in a thread of its own, in the order in which they were given. Of jobs with
/// the same name that wait, only the last is done. All functions are called by one and the same thread.
class WriteQueue
{
public:
    WriteQueue() = default;
    WriteQueue(const WriteQueue&) = delete;
    WriteQueue& operator=(const WriteQueue&) = delete;
    /// Does what waits.
    ~WriteQueue();

    /// The thread begins with the first of them.
    void put(const QString& name, std::function<void()> job);
    /// Returns once what has that name was done, and is destroyed.
    void finish(const QString& name);
    void finish();
    /// Returns once what has that name is destroyed; it was done only if it had begun.
    void drop(const QString& name);
    void drop();

private:
    struct Job
    {
        QString name;
        std::function<void()> run;
    };

    void work();
    [[nodiscard]] bool waits(const QString& name) const;
    [[nodiscard]] bool runs(const QString& name) const { return m_runs && m_running == name; }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_waiting;
    QString m_running;
    bool m_runs = false;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace proconnect
