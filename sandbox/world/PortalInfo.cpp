// SPDX-License-Identifier: MIT
#include "sandbox/world/PortalInfo.h"

#include <algorithm>

namespace proconnect::sandbox {

PortalRole PortalInfo::role(const std::string& code) const
{
    const auto found = std::find_if(roles.begin(), roles.end(),
                                    [&code](const PortalRole& role) { return role.code == code; });
    return found == roles.end() ? PortalRole{code, code} : *found;
}

PortalRightInfo PortalInfo::right(const std::string& code) const
{
    const auto found = std::find_if(rights.begin(), rights.end(),
                                    [&code](const PortalRightInfo& right) { return right.code == code; });
    return found == rights.end() ? PortalRightInfo{code, code, false} : *found;
}

} // namespace proconnect::sandbox
