// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class GrantStore;
class Routes;
class TokenIssuer;
struct RelyingParty;

/// What the relying party's server calls: discovery, keys, token, user information, revocation.
class TokenEndpoints
{
public:
    TokenEndpoints(const RelyingParty& client, GrantStore& grants, const TokenIssuer& issuer);

    void addTo(Routes& routes);

private:
    void discover(httplib::Response& response) const;
    void token(const httplib::Request& request, httplib::Response& response);
    void userinfo(const httplib::Request& request, httplib::Response& response) const;
    void revoke(const httplib::Request& request, httplib::Response& response);
    [[nodiscard]] bool clientKnown(const std::string& id, const std::string& secret) const;

    const RelyingParty& m_client;
    GrantStore& m_grants;
    const TokenIssuer& m_issuer;
};

} // namespace proconnect::sandbox
