// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/PortalRequest.h"
#include "sandbox/world/PortalInfo.h"
#include "sandbox/world/SandboxClock.h"

#include <mutex>
#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

/// What ProConnect answered to a portal.
struct ServiceAnswer
{
    int status = 0;      ///< 0: no answer
    nlohmann::json body; ///< null when it is no JSON

    [[nodiscard]] bool good() const { return status >= 200 && status < 300; }

    /// One line for people: the problem's detail, or the status.
    [[nodiscard]] std::string problem() const;
};

/// A portal calling ProConnect with its own credentials (OAuth client credentials). Thread-safe; each call
/// ends within ten seconds.
class ServiceClient
{
public:
    ServiceClient(const PortalInfo& portal, std::string serviceUrl, const SandboxClock& clock);

    /// POST /portal/v1/requests. Good answers hold "reference".
    [[nodiscard]] ServiceAnswer deposit(const PortalRequest& request);

    /// POST /portal/v1/requests/{reference}/complement: the person's answer to the director's question.
    [[nodiscard]] ServiceAnswer complement(const std::string& reference, const std::string& answer);

    /// POST /portal/v1/director-verifications. Good answers hold "answer": yes, no or unavailable.
    [[nodiscard]] ServiceAnswer stillDirector(const std::string& siren, const std::string& portalAccountId);

private:
    [[nodiscard]] ServiceAnswer post(const std::string& path, const nlohmann::json& body,
                                     const std::string& idempotencyKey);
    [[nodiscard]] std::string token(ServiceAnswer& problem);

    const PortalInfo& m_portal;
    std::string m_serviceUrl;
    const SandboxClock& m_clock;
    std::mutex m_mutex;
    std::string m_token;
    qint64 m_tokenEnds = 0;
};

} // namespace proconnect::sandbox
