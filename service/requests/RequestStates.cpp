// SPDX-License-Identifier: MIT
#include "service/requests/RequestStates.h"

namespace proconnect::service {
namespace {

bool isOpen(RequestState state)
{
    AccessRequest request;
    request.state = state;
    return request.open();
}

bool isAnswered(RequestState state)
{
    return state == RequestState::Accepted || state == RequestState::AcceptedWithLimits ||
           state == RequestState::Refused;
}

} // namespace

std::optional<RequestState> stateAfter(RequestState state, RequestEvent event)
{
    if (event == RequestEvent::RefusedByPortal) {
        return isAnswered(state) ? std::optional{RequestState::Waiting} : std::nullopt;
    }
    if (event == RequestEvent::Withdrawn || event == RequestEvent::Expired) {
        const bool possible = isOpen(state) || state == RequestState::Undeliverable;
        const auto next = event == RequestEvent::Withdrawn ? RequestState::Withdrawn : RequestState::Expired;
        return possible ? std::optional{next} : std::nullopt;
    }
    if (!isOpen(state)) {
        return std::nullopt;
    }
    switch (event) {
    case RequestEvent::ComplementAsked:
        return state == RequestState::Waiting ? std::optional{RequestState::ComplementAsked} : std::nullopt;
    case RequestEvent::ComplementGiven:
        return state == RequestState::ComplementAsked ? std::optional{RequestState::Waiting} : std::nullopt;
    case RequestEvent::Accepted:
        return RequestState::Accepted;
    case RequestEvent::AcceptedWithLimits:
        return RequestState::AcceptedWithLimits;
    case RequestEvent::Refused:
        return RequestState::Refused;
    case RequestEvent::Withdrawn:
    case RequestEvent::Expired:
    case RequestEvent::RefusedByPortal:
        break;
    }
    return std::nullopt;
}

} // namespace proconnect::service
