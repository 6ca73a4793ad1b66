// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace proconnect::service {

/// How a periodic job is doing.
struct JobState
{
    std::string name;
    std::uint64_t succeeded = 0;
    std::uint64_t failed = 0; ///< an exception left it
    /// Since it last went through; nothing before the first time.
    std::optional<std::chrono::steady_clock::duration> sinceSuccess;
    std::chrono::steady_clock::duration running{}; ///< how long it has been at it; 0 while it rests
};

} // namespace proconnect::service
