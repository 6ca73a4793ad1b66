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
    Unknown, ///< the answer proves nothing: it could only say yes, or comes from a register that hides names
};

/// What the registers say of a mandate today.
struct StandingToday
{
    MandateStanding standing = MandateStanding::Unknown;
    QString function; ///< of a mandate that holds, in the register's words of today
};

/// Compares the stored prints with the officers of the file. Only an officer who may still represent the
/// company counts; one who merely resembles is to be confirmed, and so is a person who is not found in
/// another register than the one matched, or is listed in one role both as in office and as gone, perhaps. An
/// end is only ever said by a register that shows who leads the company; one that shows a part of them leaves
/// whom it names as gone, or writes otherwise, to be confirmed.
[[nodiscard]] StandingToday standingOf(const MandateRecord& record, const CompanyFile& file,
                                       const ServiceKeys& keys);

/// Whether who is not among the file's officers does not lead the company: somebody is in office, nobody
/// there is hidden, or a company that leads to nobody, or perhaps gone, and the registers agree about the
/// company.
[[nodiscard]] bool showsWhoLeads(const CompanyFile& file);

} // namespace proconnect::service
