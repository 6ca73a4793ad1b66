// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace proconnect::sandbox {

class RequestStore;
class ServiceClient;

/// Hands the registrations of all portals to ProConnect, in the background: at once when woken, and again and
/// again while ProConnect does not take them. The Idempotency-Key makes a repetition harmless.
class Depositor
{
public:
    struct Desk
    {
        RequestStore* requests;
        ServiceClient* service;
    };

    Depositor() = default;
    ~Depositor();
    Depositor(const Depositor&) = delete;
    Depositor& operator=(const Depositor&) = delete;

    /// Before start() only.
    void add(const Desk& desk) { m_desks.push_back(desk); }

    void start();

    /// There is something new.
    void wake();

    /// Ends the work; a running deposit is finished first.
    void stop();

private:
    void run();
    [[nodiscard]] bool depositAll();

    std::vector<Desk> m_desks;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_woken = false;
    std::thread m_thread;
};

} // namespace proconnect::sandbox
