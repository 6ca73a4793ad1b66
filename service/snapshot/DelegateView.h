// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "service/delegations/ActingRights.h"

namespace proconnect::service {

/// Leaves in `snapshot` only what a delegate may see: accounts and requests in scope of the powers, without
/// the names of holders whose accounts they may not see and of other delegates, their portals and
/// establishments. The contact e-mail, the journal and the director's position are not theirs.
void restrictTo(const QList<Delegated>& delegations, CompanySnapshot& snapshot);

} // namespace proconnect::service
