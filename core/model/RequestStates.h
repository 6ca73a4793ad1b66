// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/AccessRequest.h"

#include <optional>

// The life of a request for access (Demande, domain 4.3), without I/O.
namespace proconnect {

/// What can happen to a request.
enum class RequestEvent {
    Queued,              ///< received and checked: somebody of the company can be told
    NobodyReached,       ///< received and checked: nobody of the company can be told
    RequesterIsDirector, ///< the requester is the recognised director, who needs nobody's word
    RequesterBlocked,    ///< the company said before that it does not know this person
    Reached,             ///< somebody of the company can be told by now
    ComplementAsked,
    ComplementGiven,
    Forwarded, ///< to a delegate; the director keeps the hand
    Accepted,
    AcceptedWithLimits, ///< until an earlier date, or with fewer rights
    Refused,
    Withdrawn,
    Expired,
    RefusedByPortal, ///< the portal would not take the answer, or the question: the company answers again
};

inline constexpr int requestLifetimeDays = 30;
/// The time to answer stands still while a complement is awaited, once and for so long at most.
inline constexpr int complementPauseDays = 10;
/// What the company has at least once a request comes, or comes back, late in its life.
inline constexpr int leastDaysToAnswer = 7;

/// The state that follows, or nothing when `event` cannot happen in `state`. A request that nobody could be
/// told of may be answered all the same: whoever answers has found it.
[[nodiscard]] std::optional<RequestState> stateAfter(RequestState state, RequestEvent event);

/// Nothing more will happen to it, unless the portal refuses the answer.
[[nodiscard]] bool isSettled(RequestState state);

/// Whether a question may be put to the person: it waits for an answer of the company, and none was put
/// before.
[[nodiscard]] bool mayAskComplement(const AccessRequest& request);

/// When the time to answer ends once a question was put at some instant: the whole pause is granted.
[[nodiscard]] QDateTime expiryWhenAsked(const AccessRequest& request);
/// When it ends once the question was answered at `now`: what was not used of the pause is taken back.
[[nodiscard]] QDateTime expiryWhenGiven(const AccessRequest& request, const QDateTime& now);
/// When it ends once it waits for the company from `now` on, having been out of its hands: nobody could be
/// told of it, or the portal refused the answer.
[[nodiscard]] QDateTime expiryWhenBack(const AccessRequest& request, const QDateTime& now);

} // namespace proconnect
