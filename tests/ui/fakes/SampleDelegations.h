// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DelegationStates.h"
#include "tests/ui/fakes/DemonstrationSnapshot.h"

namespace proconnect::tests {

/// A delegation of the demonstration's company, in force for months.
Delegation sampleDelegation(const QString& id, DelegationState state = DelegationState::Active);

} // namespace proconnect::tests
