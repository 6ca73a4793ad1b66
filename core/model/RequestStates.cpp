// SPDX-License-Identifier: MIT
#include "core/model/RequestStates.h"

#include <algorithm>

namespace proconnect {
namespace {

using Event = RequestEvent;
using State = RequestState;

constexpr qint64 secondsOfADay = 86'400;

std::optional<State> when(bool possible, State next)
{
    return possible ? std::optional{next} : std::nullopt;
}

/// Somebody of the company may answer it.
bool isAnswerable(State state)
{
    return !isSettled(state) && state != State::Received;
}

} // namespace

bool isSettled(RequestState state)
{
    switch (state) {
    case State::Received:
    case State::Undeliverable:
    case State::Waiting:
    case State::ComplementAsked:
    case State::Forwarded:
        return false;
    case State::Accepted:
    case State::AcceptedWithLimits:
    case State::Refused:
    case State::Withdrawn:
    case State::Expired:
        break;
    }
    return true;
}

std::optional<RequestState> stateAfter(RequestState state, RequestEvent event)
{
    const bool received = state == State::Received;
    const bool waits = state == State::Waiting || state == State::Forwarded;
    switch (event) {
    case Event::Queued:
        return when(received, State::Waiting);
    case Event::NobodyReached:
        return when(received, State::Undeliverable);
    case Event::RequesterIsDirector:
        return when(received, State::Accepted);
    case Event::RequesterBlocked:
        return when(received, State::Refused);
    case Event::Reached:
        return when(state == State::Undeliverable, State::Waiting);
    case Event::ComplementAsked:
        return when(waits || received || state == State::Undeliverable, State::ComplementAsked);
    case Event::ComplementGiven:
        return when(state == State::ComplementAsked, State::Waiting);
    case Event::Forwarded:
        return when(isAnswerable(state) && state != State::ComplementAsked, State::Forwarded);
    case Event::Accepted:
        return when(isAnswerable(state), State::Accepted);
    case Event::AcceptedWithLimits:
        return when(isAnswerable(state), State::AcceptedWithLimits);
    case Event::Refused:
        return when(isAnswerable(state), State::Refused);
    case Event::Withdrawn:
        return when(!isSettled(state), State::Withdrawn);
    case Event::Expired:
        return when(!isSettled(state), State::Expired);
    case Event::RefusedByPortal:
        break;
    }
    const bool told = state == State::Accepted || state == State::AcceptedWithLimits ||
                      state == State::Refused || state == State::ComplementAsked;
    return when(told, State::Waiting);
}

bool mayAskComplement(const AccessRequest& request)
{
    return stateAfter(request.state, Event::ComplementAsked) && !request.complement;
}

QDateTime expiryWhenAsked(const AccessRequest& request)
{
    return request.expiresAt.addDays(complementPauseDays);
}

QDateTime expiryWhenGiven(const AccessRequest& request, const QDateTime& now)
{
    const qint64 used = request.complement ? request.complement->askedAt.secsTo(now) : 0;
    const qint64 unused = complementPauseDays * secondsOfADay - std::max<qint64>(used, 0);
    return request.expiresAt.addSecs(-std::max<qint64>(unused, 0));
}

QDateTime expiryWhenBack(const AccessRequest& request, const QDateTime& now)
{
    return std::max(request.expiresAt, now.addDays(leastDaysToAnswer));
}

} // namespace proconnect
