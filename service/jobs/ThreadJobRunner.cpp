// SPDX-License-Identifier: MIT
#include "service/jobs/ThreadJobRunner.h"

#include <exception>
#include <utility>

namespace proconnect::service {

ThreadJobRunner::ThreadJobRunner(ErrorReport report) : m_report(std::move(report)) {}

ThreadJobRunner::~ThreadJobRunner()
{
    stop();
}

void ThreadJobRunner::every(std::chrono::milliseconds period, const std::string& name,
                            std::function<void()> work)
{
    auto job = std::make_unique<Job>();
    job->name = name;
    job->period = period;
    job->work = std::move(work);
    m_jobs.push_back(std::move(job));
}

void ThreadJobRunner::wake(const std::string& name)
{
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& job : m_jobs) {
            job->woken = job->woken || job->name == name;
        }
    }
    m_changed.notify_all();
}

void ThreadJobRunner::start()
{
    for (const auto& job : m_jobs) {
        job->thread = std::thread([this, &job = *job] { run(job); });
    }
}

void ThreadJobRunner::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    for (const auto& job : m_jobs) {
        if (job->thread.joinable()) {
            job->thread.join();
        }
    }
}

std::vector<JobState> ThreadJobRunner::states() const
{
    const auto now = std::chrono::steady_clock::now();
    std::vector<JobState> states;
    const std::lock_guard lock(m_mutex);
    for (const auto& job : m_jobs) {
        JobState state{job->name, job->succeeded, job->failed, {}, {}};
        if (job->succeededAt) {
            state.sinceSuccess = now - *job->succeededAt;
        }
        if (job->startedAt) {
            state.running = now - *job->startedAt;
        }
        states.push_back(std::move(state));
    }
    return states;
}

bool ThreadJobRunner::attempt(const Job& job) const
{
    try {
        job.work();
        return true;
    } catch (const std::exception& error) {
        m_report(job.name, error.what());
    } catch (...) {
        m_report(job.name, "unknown exception");
    }
    return false;
}

void ThreadJobRunner::run(Job& job)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        job.woken = false;
        job.startedAt = std::chrono::steady_clock::now();
        lock.unlock();
        const bool succeeded = attempt(job);
        lock.lock();
        job.startedAt.reset();
        ++(succeeded ? job.succeeded : job.failed);
        if (succeeded) {
            job.succeededAt = std::chrono::steady_clock::now();
        }
        m_changed.wait_for(lock, job.period, [&] { return m_stopping || job.woken; });
    }
}

} // namespace proconnect::service
