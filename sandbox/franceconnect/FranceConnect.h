// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/franceconnect/BrowserEndpoints.h"
#include "sandbox/franceconnect/GrantStore.h"
#include "sandbox/franceconnect/Identities.h"
#include "sandbox/franceconnect/InteractionStore.h"
#include "sandbox/franceconnect/LogoutEndpoints.h"
#include "sandbox/franceconnect/RelyingParty.h"
#include "sandbox/franceconnect/TokenEndpoints.h"
#include "sandbox/franceconnect/TokenIssuer.h"

#include <string>

namespace proconnect::sandbox {

class World;

/// The FranceConnect stand-in: paths, formats, life times and refusals of the real one ("low"), or of
/// FranceConnect+ ("high") for a client that has a key to encrypt for.
class FranceConnect
{
public:
    FranceConnect(const std::string& issuer, RelyingParty client, const World& world,
                  const SandboxClock& clock, const FaultPlan& faults, StrayAddresses stray);

    void addTo(Routes& routes);

private:
    RelyingParty m_client;
    Identities m_identities;
    InteractionStore m_interactions;
    GrantStore m_grants;
    TokenIssuer m_issuer;
    BrowserEndpoints m_browser;
    TokenEndpoints m_tokens;
    LogoutEndpoints m_logout;
};

} // namespace proconnect::sandbox
