// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/FailureCode.h"

namespace proconnect {

/// How well a sign-in must prove the person. HighEffect goes to FranceConnect+ where the service has it.
enum class SignInStrength { Ordinary, HighEffect };

/// What a refusal for want of a better sign-in asks for.
[[nodiscard]] constexpr SignInStrength strengthFor(FailureCode code)
{
    return code == FailureCode::StrongSignInNeeded ? SignInStrength::HighEffect : SignInStrength::Ordinary;
}

/// Whether the act may go on after another sign-in of the same person, nothing having been done so far.
[[nodiscard]] constexpr bool asksForSignIn(FailureCode code)
{
    return code == FailureCode::SignInTooOld || code == FailureCode::StrongSignInNeeded;
}

} // namespace proconnect
