// SPDX-License-Identifier: MIT
#include "sandbox/franceconnect/FranceConnect.h"

#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"

#include <httplib.h>

namespace proconnect::sandbox {

FranceConnect::FranceConnect(const std::string& issuer, RelyingParty client, const World& world,
                             const SandboxClock& clock, const FaultPlan& faults, StrayAddresses stray)
    : m_client(std::move(client)), m_identities(world), m_interactions(clock, m_client.plus()),
      m_grants(clock), m_issuer(issuer, m_client, m_identities, clock, faults),
      m_browser(m_client, m_identities, m_interactions, m_grants, m_issuer, faults, std::move(stray)),
      m_tokens(m_client, m_grants, m_issuer), m_logout(m_client, m_interactions, m_issuer)
{}

void FranceConnect::addTo(Routes& routes)
{
    m_browser.addTo(routes);
    m_tokens.addTo(routes);
    m_logout.addTo(routes);
    routes.get("pages", "/style\\.css", [](const httplib::Request&, httplib::Response& response) {
        response.set_content(styleSheet(), "text/css");
    });
}

} // namespace proconnect::sandbox
