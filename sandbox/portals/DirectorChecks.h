// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/ServiceClient.h"

#include <map>
#include <mutex>
#include <string>

namespace proconnect::sandbox {

/// What ProConnect last answered to "still director?".
struct DirectorCheck
{
    std::string answer; ///< yes, no, unavailable; empty: no usable answer
    std::string function;
    std::string asOf; ///< instant of the register's data
    std::string problem;
};

/// Asks ProConnect, with the portal's own credentials, whether an account's holder still leads the company,
/// and keeps the last answer per account. Thread-safe.
class DirectorChecks
{
public:
    explicit DirectorChecks(ServiceClient& service) : m_service(service) {}

    void ask(const std::string& siren, const std::string& portalAccountId);

    /// By portal account.
    [[nodiscard]] std::map<std::string, DirectorCheck> all() const;

private:
    ServiceClient& m_service;
    mutable std::mutex m_mutex;
    std::map<std::string, DirectorCheck> m_checks;
};

} // namespace proconnect::sandbox
