// SPDX-License-Identifier: MIT
#include "service/departures/StepStates.h"

namespace proconnect::service {

using Step = DepartureStepState;

bool isSettled(Step state)
{
    return state == Step::Confirmed || state == Step::DeclaredDone || state == Step::NotNeeded;
}

AccountState accountStateOf(Step state)
{
    switch (state) {
    case Step::ToDo:
    case Step::ReplacementNeeded:
        return AccountState::ClosureScheduled;
    case Step::Requested:
        return AccountState::ClosureRequested;
    case Step::Manual:
    case Step::DeclaredDone:
        return AccountState::ClosureManual;
    case Step::Failed:
        return AccountState::ClosureFailed;
    case Step::Confirmed:
    case Step::NotNeeded:
        break;
    }
    return AccountState::Closed;
}

std::optional<DepartureStepState> stateAfter(const StoredStep& stored, AccountState account)
{
    const Step state = stored.step.state;
    if (state == Step::Confirmed || state == Step::NotNeeded) {
        return std::nullopt;
    }
    switch (account) {
    case AccountState::Closed:
        return stored.waits() ? Step::NotNeeded : Step::Confirmed;
    case AccountState::ClosureRequested:
        return Step::Requested;
    case AccountState::ClosureFailed:
        return state == Step::Requested ? std::optional(Step::Failed) : std::nullopt;
    case AccountState::ClosureManual:
        return state == Step::Requested || state == Step::Failed ? std::optional(Step::Manual) : std::nullopt;
    case AccountState::Active:
    case AccountState::Suspended:
    case AccountState::ClosureScheduled:
    case AccountState::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace proconnect::service
