// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

namespace proconnect::sandbox {

/// The one service registered at this FranceConnect: a confidential client (client_secret_post).
struct RelyingParty
{
    std::string clientId;
    std::string clientSecret;
    std::string name;
    std::set<std::string> redirectUris;           ///< exact match
    std::set<std::string> postLogoutRedirectUris; ///< exact match

    /// Scopes granted at registration; any other gives invalid_scope.
    [[nodiscard]] static const std::set<std::string>& grantedScopes();
};

} // namespace proconnect::sandbox
