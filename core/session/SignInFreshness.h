// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/UserProfile.h"
#include "core/session/SignInStrength.h"

#include <QDateTime>

namespace proconnect {

/// Whether the person's last sign-in will do for an act that reaches the service at `arrival`. The service
/// judges for itself: this only tells when to ask for a newer one at the click.
[[nodiscard]] bool signInSuffices(const UserProfile& person, SignInStrength needed, const QDateTime& arrival);

} // namespace proconnect
