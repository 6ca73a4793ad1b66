// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/AccountStore.h"

#include <functional>
#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class FaultPlan;
class Routes;

/// SCIM 2.0 of one portal (RFC 7643, 7644): discovery, reading with filter and paging, PATCH with If-Match,
/// and POST, which gives all rights everywhere when the quirk opensWider is ordered. No user is deleted.
class ScimServer
{
public:
    /// base: address of the server, ".../portails/impots/scim/v2".
    ScimServer(const PortalInfo& portal, AccountStore& accounts, const FaultPlan& faults, std::string base);

    void addTo(Routes& routes);

private:
    using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;

    [[nodiscard]] Handler guarded(Handler handler) const;
    void list(const httplib::Request& request, httplib::Response& response) const;
    void read(const httplib::Request& request, httplib::Response& response) const;
    void open(const httplib::Request& request, httplib::Response& response);
    void patch(const httplib::Request& request, httplib::Response& response);
    void sendUser(const Account& account, httplib::Response& response) const;
    [[nodiscard]] std::string location(const Account& account) const;

    const PortalInfo& m_portal;
    AccountStore& m_accounts;
    const FaultPlan& m_faults;
    std::string m_base;
};

} // namespace proconnect::sandbox
