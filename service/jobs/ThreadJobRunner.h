// SPDX-License-Identifier: MIT
#pragma once

#include "service/jobs/JobRunner.h"
#include "service/jobs/JobState.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace proconnect::service {

/// JobRunner with one thread for each job.
class ThreadJobRunner final : public JobRunner
{
public:
    /// Told the job's name and the text of an exception that left it; the job runs again at its next turn.
    using ErrorReport = std::function<void(const std::string& job, const std::string& error)>;

    explicit ThreadJobRunner(ErrorReport report);
    ~ThreadJobRunner() override;
    ThreadJobRunner(const ThreadJobRunner&) = delete;
    ThreadJobRunner& operator=(const ThreadJobRunner&) = delete;

    void every(std::chrono::milliseconds period, const std::string& name,
               std::function<void()> work) override;
    void wake(const std::string& name) override;
    [[nodiscard]] bool stopping() const override { return m_stopping; }

    void start();
    /// Lets each running job end, and starts none any more.
    void stop();
    /// Every job, in the order in which they were given. From any thread.
    [[nodiscard]] std::vector<JobState> states() const;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Job
    {
        std::string name;
        std::uint64_t succeeded = 0;
        std::uint64_t failed = 0;
        std::optional<SteadyTime> succeededAt;
        std::optional<SteadyTime> startedAt; ///< nothing while it rests
        std::chrono::milliseconds period{};
        std::function<void()> work;
        bool woken = true;
        std::thread thread;
    };

    void run(Job& job);
    /// Whether it went through.
    [[nodiscard]] bool attempt(const Job& job) const;

    ErrorReport m_report;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::unique_ptr<Job>> m_jobs;
    std::atomic<bool> m_stopping = false;
};

} // namespace proconnect::service
