// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/portals/PortalRequest.h"
#include "sandbox/world/PortalInfo.h"

#include <map>
#include <string>

namespace proconnect::sandbox {

class World;

/// The collaborator's form on a portal's page: reading what was sent, drawing it.
class RegistrationForm
{
public:
    using Fields = std::multimap<std::string, std::string>;

    RegistrationForm(const PortalInfo& portal, const World& world);

    /// Fills in the request. Returns what is wrong, in French, for the person; empty when all is well.
    [[nodiscard]] std::string read(const Fields& fields, PortalRequest& request) const;

    /// The form as HTML, holding what was typed before.
    [[nodiscard]] std::string html(const Fields& typed) const;

private:
    [[nodiscard]] std::string companyFields(const Fields& typed) const;
    [[nodiscard]] std::string accessFields(const Fields& typed) const;

    const PortalInfo& m_portal;
    const World& m_world;
};

} // namespace proconnect::sandbox
