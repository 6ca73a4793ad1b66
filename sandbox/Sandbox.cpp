// SPDX-License-Identifier: MIT
#include "sandbox/Sandbox.h"

#include "sandbox/SavedState.h"
#include "sandbox/control/BadCertificateListener.h"
#include "sandbox/control/ControlOrders.h"
#include "sandbox/control/ControlPage.h"
#include "sandbox/control/Targets.h"
#include "sandbox/franceconnect/FranceConnect.h"
#include "sandbox/http/CallLog.h"
#include "sandbox/http/FaultPlan.h"
#include "sandbox/http/Routes.h"
#include "sandbox/http/WebServer.h"
#include "sandbox/mail/Mailbox.h"
#include "sandbox/mail/MailboxPage.h"
#include "sandbox/mail/SmtpServer.h"
#include "sandbox/portals/Depositor.h"
#include "sandbox/portals/HomePage.h"
#include "sandbox/portals/Portal.h"
#include "sandbox/portals/ServiceKeySet.h"
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
    client.postLogoutRedirectUris = {options.serviceUrl + "/sign-out/return"};
    return client;
}

/// At FranceConnect+ the service has a registration of its own.
RelyingParty relyingPartyOfPlus(const Options& options, std::function<nlohmann::json()> encryptionKey)
{
    RelyingParty client = relyingParty(options);
    client.clientId += "-plus";
    client.clientSecret += "-plus";
    client.redirectUris = {options.serviceUrl + "/sign-in/callback-plus"};
    client.encryptionKey = std::move(encryptionKey);
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
        : clock(options.clockOffset), world(options.dataFile), faults(faultTargets(world)), mailbox(world),
          identityServer(options.franceConnectPort), plusServer(options.franceConnectPlusPort),
          worldServer(options.worldPort), badCertificate(options.certificatePort),
          smtp(mailbox, faults, clock),
          keys(options.serviceUrl), stray{badCertificate.address(),
                                          "http://localhost:" + std::to_string(worldServer.port()) + '/'},
          franceConnect(loopback(identityServer.port()) + "/api/v2", relyingParty(options), world, clock,
                        faults, stray),
          franceConnectPlus(loopback(plusServer.port()) + "/api/v2",
                            relyingPartyOfPlus(options, [this] { return keys.forEncryption(); }), world,
                            clock, faults, stray),
          insee(world, clock, faults), rne(world, clock, faults), rcs(world), home(world),
          mailboxPage(mailbox), orders(faults, world, mailbox, clock),
          control(orders, faults, world, [this] { return state(); })
    {
        smtp.listen(options.mailPort);
        Routes identityRoutes(identityServer, faults, calls);
        franceConnect.addTo(identityRoutes);
        Routes plusRoutes(plusServer, faults, calls);
        franceConnectPlus.addTo(plusRoutes);
        for (const PortalInfo& info : world.portals()) {
            portals.emplace_back(info, world, clock, faults, loopback(worldServer.port()), options.serviceUrl,
                                 keys, depositor);
        }
        addWorldRoutes();
        const nlohmann::json left = SavedState::read(options.stateFile);
        if (!left.is_null()) {
            restore(left);
        }
        saved = std::make_unique<SavedState>(options.stateFile, [this] { return snapshot(); });
        identityServer.start();
        plusServer.start();
        worldServer.start();
        depositor.start();
    }

    ~Parts()
    {
        faults.stop();
        depositor.stop();
        identityServer.stop();
        plusServer.stop();
        worldServer.stop();
    }

    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    void addWorldRoutes()
    {
        Routes routes(worldServer, faults, calls);
        home.addTo(routes);
        insee.addTo(routes);
        rne.addTo(routes);
        rcs.addTo(routes);
        mailboxPage.addTo(routes);
        control.addTo(routes);
        for (Portal& portal : portals) {
            portal.addTo(routes);
        }
    }

    [[nodiscard]] nlohmann::json snapshot() const
    {
        nlohmann::json everything{{"mandates", world.snapshot()},
                                  {"contactEmails", insee.emails().snapshot()},
                                  {"mailbox", mailbox.snapshot()}};
        for (const Portal& portal : portals) {
            everything["portals"][portal.info().id] = portal.snapshot();
        }
        return everything;
    }

    void restore(const nlohmann::json& left)
    {
        world.restore(left.at("mandates"));
        insee.emails().restore(left.at("contactEmails"));
        mailbox.restore(left.at("mailbox"));
        for (Portal& portal : portals) {
            portal.restore(left.at("portals").at(portal.info().id));
        }
    }

    [[nodiscard]] nlohmann::json state() const
    {
        nlohmann::json everything{{"clock", clock.instant()},
                                  {"faults", faults.toJson()},
                                  {"calls", calls.toJson()},
                                  {"bounces", mailbox.bounces()},
                                  {"contactEmails", insee.emails().toJson()},
                                  {"portals", nlohmann::json::object()}};
        for (const Portal& portal : portals) {
            everything["portals"][portal.info().id] = portal.state();
        }
        return everything;
    }

    SandboxClock clock;
    World world;
    FaultPlan faults;
    CallLog calls;
    Mailbox mailbox;
    BoundServer identityServer;
    BoundServer plusServer;
    BoundServer worldServer;
    BadCertificateListener badCertificate;
    SmtpServer smtp;
    ServiceKeySet keys;
    StrayAddresses stray;
    FranceConnect franceConnect;
    FranceConnect franceConnectPlus;
    InseeApi insee;
    RneApi rne;
    RcsApi rcs;
    HomePage home;
    MailboxPage mailboxPage;
    ControlOrders orders;
    ControlPage control;
    std::list<Portal> portals;
    Depositor depositor;
    std::unique_ptr<SavedState> saved; ///< last: written when everything else still stands, and stands still
};

Sandbox::Sandbox(const Options& options) : m_parts(std::make_unique<Parts>(options)) {}

Sandbox::~Sandbox() = default;

nlohmann::json Sandbox::addresses() const
{
    return {{"franceConnect", loopback(m_parts->identityServer.port()) + "/api/v2"},
            {"franceConnectPlus", loopback(m_parts->plusServer.port()) + "/api/v2"},
            {"world", loopback(m_parts->worldServer.port())},
            {"mail", "smtp://127.0.0.1:" + std::to_string(m_parts->smtp.port())},
            {"badCertificate", m_parts->badCertificate.address()}};
}

} // namespace proconnect::sandbox
