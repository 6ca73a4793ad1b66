// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/certification/People.h"

#include <cstdint>
#include <vector>

namespace proconnect::bench {

/// Two different people who have something in common.
struct NearPair
{
    std::uint32_t one = 0;
    std::uint32_t other = 0;
};

/// Every pair that shares one of: family and date; family, first given name and place; first given name, date
/// and place; date and place; the first four letters of the family, and date; family, first given name and
/// year. Each pair once.
[[nodiscard]] std::vector<NearPair> nearPairs(const std::vector<Person>& people);

struct StrangersReport
{
    std::uint64_t verdicts = 0;
    std::uint64_t certified = 0; ///< of somebody else's entry: must be none
    std::uint64_t sameEntry =
        0; ///< the entry is, letter for letter, what the register would write of them too
    std::uint64_t close = 0;
};

/// Every near pair against each other's entries, both ways, in every channel.
[[nodiscard]] StrangersReport judgeStrangers(const std::vector<Person>& people,
                                             const std::vector<NearPair>& pairs);

} // namespace proconnect::bench
