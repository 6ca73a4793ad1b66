// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/sessions/SessionGuard.h"

namespace proconnect::service {

/// SignInTooOld unless FranceConnect proved the person at most 5 minutes ago, as acts of high effect need:
/// appointing somebody, the contact e-mail. The level is that of every sign-in here (`franceconnect`
/// `assurance`): nobody has a session below it.
[[nodiscard]] Outcome<Done> requireHighEffectSignIn(const SignedInPerson& person, const QDateTime& now);

} // namespace proconnect::service
