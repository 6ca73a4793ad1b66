// SPDX-License-Identifier: MIT
#include "ui/data_page/BackgroundThreads.h"

#include <utility>

namespace proconnect::ui {

BackgroundThreads::~BackgroundThreads()
{
    if (anyRuns()) {
        for (Thread& one : m_threads) {
            one.thread.detach();
        }
    }
}

void BackgroundThreads::run(std::function<void()> work)
{
    (void)anyRuns();
    auto ended = std::make_shared<std::atomic_bool>(false);
    std::thread thread([ended, work = std::move(work)]() mutable {
        work();
        work = nullptr; // what it holds is given back before anybody takes it for over
        *ended = true;
    });
    m_threads.push_back({std::move(ended), std::move(thread)});
}

bool BackgroundThreads::anyRuns()
{
    std::erase_if(m_threads, [](Thread& one) {
        if (!*one.ended) {
            return false;
        }
        one.thread.join();
        return true;
    });
    return !m_threads.empty();
}

} // namespace proconnect::ui
