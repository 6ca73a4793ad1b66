// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/PortalInfo.h"

#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace httplib {
struct Request;
struct Response;
} // namespace httplib

namespace proconnect::sandbox {

class AccountStore;
class RequestStore;
class Routes;
class ServiceKeySet;

/// A portal's receiver of ProConnect's events: signed SET (RFC 8417) by push (RFC 8935). An accepted request
/// opens an account at once; a refused one is marked.
class EventReceiver
{
public:
    /// issuer: ProConnect's public address, which is also the "iss" of its events.
    EventReceiver(const PortalInfo& portal, AccountStore& accounts, RequestStore& requests,
                  ServiceKeySet& keys, std::string issuer);

    void addTo(Routes& routes);

    /// The events received, refused ones included: {jti, type, reference, decision, outcome}.
    [[nodiscard]] nlohmann::json received() const;

    /// The identifiers of the events taken, for the state file; restore() puts them back.
    [[nodiscard]] nlohmann::json snapshot() const;
    void restore(const nlohmann::json& saved);

private:
    void receive(const httplib::Request& request, httplib::Response& response);
    void checkClaims(const nlohmann::json& claims) const;
    void take(const nlohmann::json& claims);
    void answerRequest(const nlohmann::json& event);
    void ask(const nlohmann::json& event) const;
    /// A director's mandate ended: the accounts that it certified wait for their withdrawal.
    void endMandate(const nlohmann::json& event) const;
    void note(const nlohmann::json& claims, const std::string& outcome);

    const PortalInfo& m_portal;
    AccountStore& m_accounts;
    RequestStore& m_requests;
    ServiceKeySet& m_keys;
    std::string m_issuer;
    mutable std::mutex m_mutex;
    std::set<std::string> m_taken; ///< jti
    std::vector<nlohmann::json> m_received;
};

} // namespace proconnect::sandbox
