// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/DefaultSessionController.h"
#include "core/sync/DefaultDelegationDesk.h"
#include "core/sync/DefaultWorkspace.h"

namespace proconnect {

/// After each invitation that is accepted: reads the profile again, and shows the company when it may be read
/// already; one that begins later may not (domain 4.3). Lasts as long as `desk` and `workspace` both do.
void followTakenUp(const DefaultDelegationDesk& desk, DefaultSessionController& session,
                   DefaultWorkspace& workspace);

} // namespace proconnect
