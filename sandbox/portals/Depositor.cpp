// SPDX-License-Identifier: MIT
#include "sandbox/portals/Depositor.h"

#include "sandbox/http/Members.h"
#include "sandbox/portals/RequestStore.h"
#include "sandbox/portals/ServiceClient.h"

#include <algorithm>
#include <chrono>

namespace proconnect::sandbox {

namespace {
constexpr std::chrono::milliseconds ShortestPause(500);
constexpr std::chrono::milliseconds LongestPause(8000);
} // namespace

Depositor::~Depositor()
{
    stop();
}

void Depositor::start()
{
    m_thread = std::thread([this] { run(); });
}

void Depositor::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void Depositor::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

void Depositor::run()
{
    auto pause = ShortestPause;
    for (;;) {
        const bool everythingTaken = depositAll();
        std::unique_lock lock(m_mutex);
        const auto changed = [this] { return m_stop || m_woken; };
        if (everythingTaken) {
            m_changed.wait(lock, changed);
        } else {
            m_changed.wait_for(lock, pause, changed);
        }
        if (m_stop) {
            return;
        }
        pause = m_woken ? ShortestPause : std::min(2 * pause, LongestPause);
        m_woken = false;
    }
}

bool Depositor::depositAll()
{
    bool everythingTaken = true;
    for (const Desk& desk : m_desks) {
        for (const PortalRequest& request : desk.requests->toDeposit()) {
            {
                const std::lock_guard lock(m_mutex);
                if (m_stop) {
                    return false;
                }
            }
            const ServiceAnswer answer = desk.service->deposit(request);
            const std::string reference = textMember(answer.body, "reference");
            if (answer.good() && !reference.empty()) {
                desk.requests->markDeposited(request.portalReference, reference);
                continue;
            }
            everythingTaken = false;
            desk.requests->markFailed(request.portalReference, answer.problem());
            if (answer.status == 0) {
                return false;
            }
        }
    }
    return everythingTaken;
}

} // namespace proconnect::sandbox
