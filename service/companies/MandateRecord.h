// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/companies/Mandates.h"
#include "service/companies/OfficerPrints.h"

#include <QSqlDatabase>

#include <functional>

namespace proconnect::service {

/// Where a mandate stands.
enum class MandateState {
    Held,
    ToConfirm, ///< the register respells the person, or doubts: the next sign-in settles it
    Ended,
};

/// Why a mandate ended, in the register's words or by its silence.
enum class MandateEnd {
    NotListed,     ///< no officer who may represent the company is this person any more
    CompanyClosed, ///< the company ceased, or its number was a duplicate
};

/// A mandate as stored.
struct MandateRecord
{
    Mandate mandate;
    MandateState state = MandateState::Held;
    QDateTime attachedAt;
    QDateTime endedAt; ///< when the end was seen; invalid unless ended
    MandateEnd end = MandateEnd::NotListed;
    QDateTime triedAt;     ///< last look at the registers, answered or not; invalid: none since the attaching
    QDateTime triedSignIn; ///< the latest sign-in that was tried to confirm it; invalid: none
    QString review;        ///< reference of the case that it opened instead of confirming; empty: none
    OfficerPrints prints;
};

/// Lets everything that followed from a mandate end with it, in the transaction that writes the end.
using MandateEndFollower = std::function<Outcome<Done>(QSqlDatabase& connection, const MandateRecord& ended)>;

} // namespace proconnect::service
