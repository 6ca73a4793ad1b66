// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"

#include <optional>

namespace proconnect::service {

/// What can happen to a request (domain 4.3, Demande).
enum class RequestEvent {
    ComplementAsked,
    ComplementGiven,
    Accepted,
    AcceptedWithLimits,
    Refused,
    Withdrawn,
    Expired,
    RefusedByPortal, ///< the portal would not take the answer: the director answers again
};

/// The state that follows, or nothing when `event` cannot happen in `state`.
[[nodiscard]] std::optional<RequestState> stateAfter(RequestState state, RequestEvent event);

} // namespace proconnect::service
