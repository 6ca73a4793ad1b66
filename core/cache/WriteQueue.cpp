// SPDX-License-Identifier: MIT
#include "core/cache/WriteQueue.h"

#include <algorithm>
#include <utility>

namespace proconnect {

WriteQueue::~WriteQueue()
{
    {
        const std::scoped_lock held(m_mutex);
        m_ends = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void WriteQueue::put(const QString& name, std::function<void()> job)
{
    {
        const std::scoped_lock held(m_mutex);
        const auto same = std::find_if(m_waiting.begin(), m_waiting.end(),
                                       [&name](const Job& one) { return one.name == name; });
        if (same != m_waiting.end()) {
            std::swap(same->run, job); // the former one is destroyed outside of the lock
        } else {
            m_waiting.push_back({name, std::move(job)});
        }
    }
    m_changed.notify_all();
    if (!m_thread.joinable()) {
        m_thread = std::thread(&WriteQueue::work, this);
    }
}

bool WriteQueue::waits(const QString& name) const
{
    return std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                       [&name](const Job& one) { return one.name == name; });
}

void WriteQueue::finish(const QString& name)
{
    std::unique_lock held(m_mutex);
    m_changed.wait(held, [this, &name] { return !runs(name) && !waits(name); });
}

void WriteQueue::finish()
{
    std::unique_lock held(m_mutex);
    m_changed.wait(held, [this] { return !m_runs && m_waiting.empty(); });
}

void WriteQueue::drop(const QString& name)
{
    std::unique_lock held(m_mutex);
    std::erase_if(m_waiting, [&name](const Job& one) { return one.name == name; });
    m_changed.wait(held, [this, &name] { return !runs(name); });
}

void WriteQueue::drop()
{
    std::unique_lock held(m_mutex);
    m_waiting.clear();
    m_changed.wait(held, [this] { return !m_runs; });
}

void WriteQueue::work()
{
    std::unique_lock held(m_mutex);
    while (true) {
        m_changed.wait(held, [this] { return m_ends || !m_waiting.empty(); });
        if (m_waiting.empty()) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_running = job.name;
        m_runs = true;
        held.unlock();
        job.run();
        job.run = nullptr; // what it holds is given back before anybody takes it for done
        held.lock();
        m_runs = false;
        m_changed.notify_all();
    }
}

} // namespace proconnect
