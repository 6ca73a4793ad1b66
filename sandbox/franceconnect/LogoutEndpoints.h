// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <mutex>
#include <string>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class InteractionStore;
class Routes;
class TokenIssuer;
struct RelyingParty;

/// Logout started by the relying party (facts: FranceConnect, 1.6).
class LogoutEndpoints
{
public:
    LogoutEndpoints(const RelyingParty& client, InteractionStore& interactions, const TokenIssuer& issuer);

    void addTo(Routes& routes);

private:
    void end(const httplib::Request& request, httplib::Response& response);
    void confirm(const httplib::Request& request, httplib::Response& response);

    const RelyingParty& m_client;
    InteractionStore& m_interactions;
    const TokenIssuer& m_issuer;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_waiting; ///< form token to the address that follows
};

} // namespace proconnect::sandbox
