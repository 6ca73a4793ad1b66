// SPDX-License-Identifier: MIT
#pragma once

#include "tests/ui/fakes/DemonstrationSnapshot.h"

namespace proconnect::tests {

/// A step of the demonstration's account, in `state` since ten minutes.
DepartureStep sampleStep(const QString& account, DepartureStepState state);

/// Isabelle Roche's departure over her four accounts, each in one of `states`; started ten minutes ago.
Departure sampleDeparture(const QList<DepartureStepState>& states);

} // namespace proconnect::tests
