// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/fakes/DemonstrationSnapshot.h"

namespace proconnect::tests {

/// A step of the demonstration's account, in `state` since ten minutes.
DepartureStep sampleStep(const QString& account, DepartureStepState state);

/// Isabelle Roche's departure over her four accounts, each in one of `states`; started ten minutes ago.
Departure sampleDeparture(const QList<DepartureStepState>& states);

/// Karim Haddad takes over from Julie Perrin with his request PC-2026-001021, which was accepted: the closing
/// of her account, in `state`. The demonstration's request itself is still to be answered.
Departure sampleReplacement(DepartureStepState state);

} // namespace proconnect::tests
