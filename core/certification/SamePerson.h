// SPDX-License-Identifier: MIT
#pragma once

#include "core/certification/OfficerRecord.h"

namespace proconnect::certification {

/// Whether two entries of registers may name one person: their names and birth dates differ by no more than
/// a doubt. Their places, genders and positions do not count.
[[nodiscard]] bool mayBeSamePerson(const OfficerRecord& a, const OfficerRecord& b);

} // namespace proconnect::certification
