// SPDX-License-Identifier: MIT
#pragma once

#include "sandbox/world/World.h"

#include <string>
#include <vector>

namespace proconnect::sandbox {

/// Everything that can be made slow, broken or wrong.
[[nodiscard]] inline std::vector<std::string> faultTargets(const World& world)
{
    std::vector<std::string> targets{"franceconnect",
                                     "franceconnect.pages",
                                     "franceconnect-plus",
                                     "franceconnect-plus.pages",
                                     "insee",
                                     "mel",
                                     "rne",
                                     "rcs",
                                     "smtp"};
    for (const PortalInfo& portal : world.portals()) {
        targets.push_back("scim." + portal.id);
        targets.push_back("events." + portal.id);
    }
    return targets;
}

} // namespace proconnect::sandbox
