// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DeparturePlan.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <optional>

namespace proconnect {

/// What nobody could do any more without a last hand, as it was spelled out before it was chosen.
struct SpelledOut
{
    LastHand lastHand;
    QStringList lost;
    QList<BusinessDeadline> deadlines;

    friend bool operator==(const SpelledOut&, const SpelledOut&) = default;
};

/// What a director chose of a plan. It outlives the plan: accounts that a later one lacks change nothing.
struct DepartureChoices
{
    QSet<QString> kept;                 ///< accounts that are not closed
    QHash<QString, QString> successors; ///< by account, the account of whoever takes over
    /// By account: the last hand is closed all the same, this having been read.
    QHash<QString, SpelledOut> withoutSuccessor;
    std::optional<QDateTime> at; ///< nothing: now
    LeavingReason reason = LeavingReason::NotSaid;

    friend bool operator==(const DepartureChoices&, const DepartureChoices&) = default;
};

/// Whether the account is among those to close.
[[nodiscard]] bool isChosen(const PlannedClosing& closing, const DepartureChoices& choices);
/// What is to be read before the account is closed without a successor.
[[nodiscard]] SpelledOut spelledOut(const PlannedClosing& closing);
/// The last hand is closed without a successor: it was chosen so, and nothing came since to what was read.
[[nodiscard]] bool isWithoutSuccessor(const PlannedClosing& closing, const DepartureChoices& choices);
/// Chosen, the last hand, and nobody is named to take over.
[[nodiscard]] bool lacksSuccessor(const CompanySnapshot& company, const PlannedClosing& closing,
                                  const DepartureChoices& choices);
/// The account of whoever takes over, if they still may; null when nobody is named.
[[nodiscard]] const PortalAccount* successorOf(const CompanySnapshot& company, const PlannedClosing& closing,
                                               const DepartureChoices& choices);
/// Whether `now`, of the same person, is not what was on the screen: other accounts or versions of them, or
/// more that nobody could do than was read of a closing without a successor.
[[nodiscard]] bool needsAnotherLook(const DeparturePlan& before, const DeparturePlan& now,
                                    const DepartureChoices& choices);
/// How many accounts are chosen.
[[nodiscard]] int chosenCount(const DeparturePlan& plan, const DepartureChoices& choices);
/// The terms to sign; nothing while nothing is chosen or a successor is lacking.
[[nodiscard]] std::optional<DepartureTerms> termsOf(const CompanySnapshot& company, const DeparturePlan& plan,
                                                    const DepartureChoices& choices);

} // namespace proconnect
