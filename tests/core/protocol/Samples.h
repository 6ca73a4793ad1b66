// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"
#include "core/model/Decision.h"
#include "core/model/Delegation.h"
#include "core/model/UserProfile.h"

namespace proconnect::samples {

/// Structures with every field filled, so that a forgotten one is seen.
QDateTime instant(int minute = 0);

Company company();

AccessRequest request();

PortalAccount account();

Departure departure();

CompanySnapshot snapshot();

UserProfile profile();

CompanyCheck companyCheck();

OwnReceipts ownReceipts();

DelegationProposal delegationProposal();

Delegation delegation();

DelegationAct delegationAct();

Decision decision();

} // namespace proconnect::samples
