// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Delegation.h"

// The life of a delegation (domain 4.3), without I/O. Days are those of Paris.
namespace proconnect {

/// What can happen to a delegation.
enum class DelegationEvent {
    TakenUp,
    Declined,
    Renounced,
    Suspended,
    Resumed,
    Revoked,
    Confirmed,   ///< a successor takes it over
    LeftToLapse, ///< a successor does not want it
    Started,     ///< its first day came
    Expired,     ///< its last day is over
    Lapsed,      ///< nobody answered in time
    MandateEnded,
};

/// Who alone brings an event about.
enum class DelegationActor { Delegate, Director, Time, Register };

inline constexpr int delegationProposalDays = 14;
inline constexpr int delegationConfirmationDays = 30;
inline constexpr int delegationLongestMonths = 12; ///< from today to its last day (DESIGN.md, E30)

[[nodiscard]] DelegationActor actorOf(DelegationEvent event);

/// The state that follows, or nothing when `event` cannot happen. A proposal ends with the mandate of whoever
/// made it; what was taken up waits for the successor.
[[nodiscard]] std::optional<DelegationState> stateAfter(const Delegation& delegation, DelegationEvent event,
                                                        const QDateTime& now);

/// `delegation` after `event`, with its instants; nothing when it cannot happen.
[[nodiscard]] std::optional<Delegation> afterEvent(Delegation delegation, DelegationEvent event,
                                                   const QDateTime& now);

/// What time alone brings at `now` and was not taken note of yet.
[[nodiscard]] std::optional<DelegationEvent> dueEvent(const Delegation& delegation, const QDateTime& now);

/// When time alone changes it next; nothing once it is over.
[[nodiscard]] std::optional<QDateTime> nextTerm(const Delegation& delegation);

/// `delegation` as it stands at `now`, whether or not anybody took note of the time that passed.
[[nodiscard]] Delegation standingAt(Delegation delegation, const QDateTime& now);

/// Its last day is neither before the first one, nor past, nor more than a year away.
[[nodiscard]] bool periodAllowed(const DelegationProposal& terms, const QDateTime& now);

} // namespace proconnect
