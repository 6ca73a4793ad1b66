// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "service/delegations/ActingRights.h"
#include "service/sessions/SessionGuard.h"

#include <QDateTime>

namespace proconnect::service {

/// A decision with the person who takes it and the instant at which it is taken.
struct DecisionContext
{
    const Decision& decision;
    const SignedInPerson& person;
    const Standing& standing;
    QDateTime now;
    /// The sign-in is good for what gives an administrator's role or a payment right.
    bool strongSignIn = false;
};

} // namespace proconnect::service
