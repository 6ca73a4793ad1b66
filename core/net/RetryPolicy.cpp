// SPDX-License-Identifier: MIT
#include "core/net/RetryPolicy.h"

#include <algorithm>

namespace proconnect {

bool repeatsByItself(FailureCode code)
{
    switch (code) {
    case FailureCode::Offline:
    case FailureCode::ServiceUnavailable:
    case FailureCode::TimedOut:
    case FailureCode::Cancelled:
    case FailureCode::BadReply:
    case FailureCode::TooManyRequests:
    case FailureCode::CertificateInvalid:
    case FailureCode::ClockWrong:
    case FailureCode::UpdateNeeded:
    case FailureCode::RegistryUnavailable:
    case FailureCode::PortalUnavailable:
    case FailureCode::StorageFull:
    case FailureCode::Internal:
        return true;
    default:
        return false;
    }
}

std::chrono::milliseconds pauseBefore(int attempt, std::chrono::milliseconds first)
{
    constexpr std::chrono::milliseconds longest = std::chrono::minutes(1);
    const int doublings = std::clamp(attempt - 1, 0, 10);
    return std::min(longest, first * (1 << doublings));
}

} // namespace proconnect
