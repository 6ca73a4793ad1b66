// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/AccountStore.h"
#include "sandbox/portals/DirectorChecks.h"
#include "sandbox/portals/EventReceiver.h"
#include "sandbox/portals/PortalPage.h"
#include "sandbox/portals/RequestStore.h"
#include "sandbox/portals/ScimServer.h"
#include "sandbox/portals/ServiceClient.h"

#include <nlohmann/json.hpp>
#include <string>

namespace proconnect::sandbox {

class Depositor;
class FaultPlan;
class ServiceKeySet;

/// One public-service portal with everything it has.
class Portal
{
public:
    /// worldUrl: address of the listener; serviceUrl: ProConnect.
    Portal(const PortalInfo& info, const World& world, const SandboxClock& clock, const FaultPlan& faults,
           const std::string& worldUrl, const std::string& serviceUrl, ServiceKeySet& keys,
           Depositor& depositor);

    void addTo(Routes& routes);

    /// Accounts, requests and received events, for the control address.
    [[nodiscard]] nlohmann::json state() const;

    /// Everything, for the state file; restore() puts it back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

    [[nodiscard]] const PortalInfo& info() const { return m_info; }

private:
    const PortalInfo& m_info;
    AccountStore m_accounts;
    RequestStore m_requests;
    ServiceClient m_service;
    DirectorChecks m_checks;
    ScimServer m_scim;
    EventReceiver m_events;
    PortalPage m_page;
};

} // namespace proconnect::sandbox
