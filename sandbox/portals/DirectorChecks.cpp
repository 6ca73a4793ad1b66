// SPDX-License-Identifier: MIT
#include "sandbox/portals/DirectorChecks.h"

#include "sandbox/http/Members.h"

namespace proconnect::sandbox {

void DirectorChecks::ask(const std::string& siren, const std::string& portalAccountId)
{
    const ServiceAnswer answer = m_service.stillDirector(siren, portalAccountId);
    DirectorCheck check;
    if (answer.good()) {
        check = {textMember(answer.body, "answer"),
                 textMember(answer.body, "function"),
                 textMember(answer.body, "asOf"),
                 {}};
    } else {
        check.problem = answer.problem();
    }
    const std::lock_guard lock(m_mutex);
    m_checks[portalAccountId] = check;
}

std::map<std::string, DirectorCheck> DirectorChecks::all() const
{
    const std::lock_guard lock(m_mutex);
    return m_checks;
}

} // namespace proconnect::sandbox
