// SPDX-License-Identifier: MIT
#include "sandbox/portals/Portal.h"

#include "sandbox/portals/Depositor.h"
#include "sandbox/world/World.h"

namespace proconnect::sandbox {

Portal::Portal(const PortalInfo& info, const World& world, const SandboxClock& clock, const FaultPlan& faults,
               const std::string& worldUrl, const std::string& serviceUrl, ServiceKeySet& keys,
               Depositor& depositor)
    : m_info(info), m_accounts(info, world, clock), m_requests(info, world),
      m_service(info, serviceUrl, clock), m_checks(m_service),
      m_scim(info, m_accounts, faults, worldUrl + "/portails/" + info.id + "/scim/v2"),
      m_events(info, m_accounts, m_requests, keys, serviceUrl),
      m_page(info, world, {m_accounts, m_requests, m_checks, depositor, m_service, clock})
{
    depositor.add({&m_requests, &m_service});
}

void Portal::addTo(Routes& routes)
{
    m_scim.addTo(routes);
    m_events.addTo(routes);
    m_page.addTo(routes);
}

nlohmann::json Portal::state() const
{
    nlohmann::json accounts = nlohmann::json::array();
    for (const Account& account : m_accounts.all()) {
        accounts.push_back(toScim(account, {}));
    }
    nlohmann::json requests = nlohmann::json::array();
    for (const PortalRequest& request : m_requests.all()) {
        requests.push_back(toJson(request));
    }
    return {{"accounts", accounts}, {"requests", requests}, {"events", m_events.received()}};
}

nlohmann::json Portal::snapshot() const
{
    return {{"accounts", m_accounts.snapshot()},
            {"requests", m_requests.snapshot()},
            {"events", m_events.snapshot()}};
}

void Portal::restore(const nlohmann::json& saved)
{
    m_accounts.restore(saved.at("accounts"));
    m_requests.restore(saved.at("requests"));
    m_events.restore(saved.at("events"));
}

} // namespace proconnect::sandbox
