// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/registries/ContactEmails.h"
#include "sandbox/registries/TokenBook.h"

#include <deque>
#include <mutex>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class FaultPlan;
class Routes;
class World;

/// Insee: token endpoint, restricted SIRENE 3.11, and the contact e-mail of a company. Quirks of "insee":
/// masked (public access: [ND] for names), partialDate (only the year of birth).
class InseeApi
{
public:
    InseeApi(const World& world, const SandboxClock& clock, const FaultPlan& faults);

    void addTo(Routes& routes);

    [[nodiscard]] ContactEmails& emails() { return m_emails; }
    [[nodiscard]] const ContactEmails& emails() const { return m_emails; }

private:
    void token(const httplib::Request& request, httplib::Response& response);
    void legalUnit(const httplib::Request& request, httplib::Response& response);
    void establishment(const httplib::Request& request, httplib::Response& response);
    void search(const httplib::Request& request, httplib::Response& response);
    void readEmail(const httplib::Request& request, httplib::Response& response);
    void writeEmail(const httplib::Request& request, httplib::Response& response);
    [[nodiscard]] bool admitted(const httplib::Request& request, httplib::Response& response);
    [[nodiscard]] bool withinQuota();

    const World& m_world;
    const SandboxClock& m_clock;
    const FaultPlan& m_faults;
    TokenBook m_tokens;
    ContactEmails m_emails;
    std::mutex m_mutex;
    std::deque<qint64> m_recentCalls;
};

} // namespace proconnect::sandbox
