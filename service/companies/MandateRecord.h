// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/Mandates.h"
#include "service/companies/OfficerPrints.h"

namespace proconnect::service {

/// Where a mandate stands.
enum class MandateState {
    Held,
    ToConfirm, ///< the register respells the person, or doubts: the next sign-in settles it
    Ended,
};

/// A mandate as stored.
struct MandateRecord
{
    Mandate mandate;
    MandateState state = MandateState::Held;
    QDateTime attachedAt;
    QDateTime endedAt; ///< invalid unless ended
    OfficerPrints prints;
};

} // namespace proconnect::service
