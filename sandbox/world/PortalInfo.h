// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace proconnect::sandbox {

struct PortalRole
{
    std::string code;
    std::string label;
    bool administrator = false;
    bool sole = false; ///< one person holds it at a time
};

struct PortalRightInfo
{
    std::string code;
    std::string label;
    bool payment = false;
};

/// A public-service portal of the demonstration, with what it can do and its credentials.
struct PortalInfo
{
    std::string id;
    std::string name;
    std::string operatorName;
    std::vector<PortalRole> roles;
    std::vector<PortalRightInfo> rights;
    std::string closing; ///< "api", "api_differee", "api_sauf_administrateur_titulaire" or "manuelle"
    std::string manualProcedure;
    bool restores = false; ///< opens a closed account again, for 30 days
    bool sensitive = false;
    std::string clientId; ///< at ProConnect; also the audience of the events
    std::string clientSecret;
    std::string scimToken; ///< what ProConnect shows to this portal's SCIM server

    /// The role, or one that only has the code.
    [[nodiscard]] PortalRole role(const std::string& code) const;
    /// The right, or one that only has the code.
    [[nodiscard]] PortalRightInfo right(const std::string& code) const;
};

} // namespace proconnect::sandbox
