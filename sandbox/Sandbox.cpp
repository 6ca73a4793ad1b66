// SPDX-License-Identifier: MIT
#include "sandbox/Sandbox.h"

#include "sandbox/control/Targets.h"
#include "sandbox/franceconnect/FranceConnect.h"
#include "sandbox/http/CallLog.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Html.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/WebServer.h"
#include "sandbox/portals/ScimServer.h"
#include "sandbox/registries/InseeApi.h"
#include "sandbox/registries/RcsApi.h"
#include "sandbox/registries/RneApi.h"
#include "sandbox/world/World.h"

#include <httplib.h>
#include <list>

namespace proconnect::sandbox {

namespace {

std::string loopback(int port)
{
    return "http://127.0.0.1:" + std::to_string(port);
}

RelyingParty relyingParty(const Options& options)
{
    RelyingParty client;
    client.clientId = options.clientId;
    client.clientSecret = options.clientSecret;
    client.name = "ProConnect";
    client.redirectUris = {options.redirectUri.empty() ? options.serviceUrl + "/sign-in/callback"
                                                       : options.redirectUri};
    client.postLogoutRedirectUris = {options.serviceUrl + "/", options.serviceUrl + "/sign-in/complete",
                                     options.serviceUrl + "/sign-out/complete"};
    return client;
}

/// A listener that has its port before anything that must know its address is made.
struct BoundServer : WebServer
{
    explicit BoundServer(int port) { bind(port); }
};

} // namespace

struct Sandbox::Parts
{
    explicit Parts(const Options& options)
        : clock(options.clockOffset), world(options.dataFile), faults(faultTargets(world)),
          identityServer(options.franceConnectPort), worldServer(options.worldPort),
          franceConnect(loopback(identityServer.port()) + "/api/v2", relyingParty(options), world, clock,
                        faults, {}),
          insee(world, clock), rne(world, clock), rcs(world)
    {
        Routes identityRoutes(identityServer, faults, calls);
        franceConnect.addTo(identityRoutes);
        Routes routes(worldServer, faults, calls);
        insee.addTo(routes);
        rne.addTo(routes);
        rcs.addTo(routes);
        for (const PortalInfo& portal : world.portals()) {
            AccountStore& store = accounts.emplace_back(portal, world, clock);
            scim.emplace_back(portal, store,
                              loopback(worldServer.port()) + "/portails/" + portal.id + "/scim/v2")
                .addTo(routes);
        }
        identityServer.start();
        worldServer.start();
    }

    ~Parts()
    {
        faults.stop();
        identityServer.stop();
        worldServer.stop();
    }

    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    SandboxClock clock;
    World world;
    FaultPlan faults;
    CallLog calls;
    BoundServer identityServer;
    BoundServer worldServer;
    FranceConnect franceConnect;
    InseeApi insee;
    RneApi rne;
    RcsApi rcs;
    std::list<AccountStore> accounts;
    std::list<ScimServer> scim;
};

Sandbox::Sandbox(const Options& options) : m_parts(std::make_unique<Parts>(options)) {}

Sandbox::~Sandbox() = default;

nlohmann::json Sandbox::addresses() const
{
    return {{"franceConnect", loopback(m_parts->identityServer.port()) + "/api/v2"},
            {"world", loopback(m_parts->worldServer.port())}};
}

} // namespace proconnect::sandbox
