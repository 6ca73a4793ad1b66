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

void ThreadJobRunner::run(Job& job)
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        job.woken = false;
        lock.unlock();
        try {
            job.work();
        } catch (const std::exception& error) {
            m_report(job.name, error.what());
        } catch (...) {
            m_report(job.name, "unknown exception");
        }
        lock.lock();
        m_changed.wait_for(lock, job.period, [&] { return m_stopping || job.woken; });
    }
}

} // namespace proconnect::service
