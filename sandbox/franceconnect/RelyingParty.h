// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace proconnect::sandbox {

/// The one service registered at this FranceConnect: a confidential client (client_secret_post). At
/// FranceConnect+ ("high") it has a key, for which every token is encrypted; the rest follows from that
/// (facts: FranceConnect, 1).
struct RelyingParty
{
    std::string clientId;
    std::string clientSecret;
    std::string name;
    std::set<std::string> redirectUris;           ///< exact match
    std::set<std::string> postLogoutRedirectUris; ///< exact match
    /// Gives the JWK of the service to encrypt for, null while it does not answer. None: FranceConnect.
    std::function<nlohmann::json()> encryptionKey;

    [[nodiscard]] bool plus() const { return static_cast<bool>(encryptionKey); }
    /// "FranceConnect" or "FranceConnect+".
    [[nodiscard]] std::string provider() const;
    /// Of faults and calls: what the service calls, and what the browser sees.
    [[nodiscard]] std::string target() const;
    [[nodiscard]] std::string pagesTarget() const;
    /// Of its own at each, since the cookies of one computer do not tell ports apart.
    [[nodiscard]] std::string sessionCookie() const;
    /// Levels that it proves, the lowest first.
    [[nodiscard]] std::vector<std::string> levels() const;
    /// Scopes granted at registration; any other gives invalid_scope.
    [[nodiscard]] std::set<std::string> grantedScopes() const;
};

} // namespace proconnect::sandbox
