// SPDX-License-Identifier: MIT
#include "core/sync/TakenUpDelegations.h"

namespace proconnect {

void followTakenUp(const DefaultDelegationDesk& desk, DefaultSessionController& session,
                   DefaultWorkspace& workspace)
{
    QObject::connect(&desk, &DefaultDelegationDesk::takenUp, &workspace,
                     [&session, &workspace](const Delegation& delegation) {
                         session.refreshProfile();
                         if (delegation.state == DelegationState::Active) {
                             workspace.selectCompany(delegation.terms.siren);
                         }
                     });
}

} // namespace proconnect
