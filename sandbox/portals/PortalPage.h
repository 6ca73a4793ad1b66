// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/RegistrationForm.h"

#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class AccountStore;
class Depositor;
class DirectorChecks;
class RequestStore;
class Routes;
class SandboxClock;
class ServiceClient;

/// A portal's page for a collaborator: register, see the outcome, see the accounts, ask "still director?".
class PortalPage
{
public:
    struct Parts
    {
        const AccountStore& accounts;
        RequestStore& requests;
        DirectorChecks& checks;
        Depositor& depositor;
        ServiceClient& service;
        const SandboxClock& clock;
    };

    PortalPage(const PortalInfo& portal, const World& world, const Parts& parts);

    void addTo(Routes& routes);

private:
    void show(httplib::Response& response, const RegistrationForm::Fields& typed,
              const std::string& problem) const;
    void registerPerson(const httplib::Request& request, httplib::Response& response);
    void complete(const httplib::Request& request, httplib::Response& response);
    void checkDirector(const httplib::Request& request, httplib::Response& response);
    [[nodiscard]] std::string outcomes() const;
    [[nodiscard]] std::string requestRows() const;
    [[nodiscard]] std::string questionCell(const PortalRequest& request) const;
    [[nodiscard]] std::string accountRows() const;

    const PortalInfo& m_portal;
    const World& m_world;
    Parts m_parts;
    RegistrationForm m_form;
};

} // namespace proconnect::sandbox
