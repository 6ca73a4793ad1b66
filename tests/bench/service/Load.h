// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/service/Plan.h"

#include <iosfwd>
#include <map>
#include <vector>

namespace proconnect::bench {

/// What came of a plan.
struct LoadReport
{
    double seconds = 0;               ///< from the first call to the last answer
    std::vector<double> milliseconds; ///< of each call that got the expected status, sorted
    std::map<int, qint64> others;     ///< by status; 0: no answer
};

/// Makes the calls of `plan` over its connections, kept open, on one thread. Without a period the proofs are
/// signed before the first call: the callers' own work is not the service's.
[[nodiscard]] LoadReport run(const Plan& plan);

/// Writes the requests of `plan`, signed, for another caller; it may be nothing but GET.
void write(const Plan& plan, std::ostream& output);

} // namespace proconnect::bench
