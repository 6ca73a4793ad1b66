// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/MandateRecord.h"

namespace proconnect::service {

struct CompanyFile;
class ServiceKeys;

/// What a register's new answer says of a stored mandate.
enum class MandateStanding {
    Holds,
    ToConfirm,
    Ended,
    Unknown, ///< the answer proves nothing: another register than the one matched, or one that hides names
};

/// Compares the stored prints with the officers of the file. Only an officer who may still represent the
/// company counts; one who merely resembles is to be confirmed. An end is only ever said by a register that
/// shows who leads the company.
[[nodiscard]] MandateStanding standingOf(const MandateRecord& record, const CompanyFile& file,
                                         const ServiceKeys& keys);

} // namespace proconnect::service
