// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/DeparturePlan.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

#include <optional>

namespace proconnect {

/// What a director chose of a plan. It outlives the plan: accounts that a later one lacks change nothing.
struct DepartureChoices
{
    QSet<QString> kept;                 ///< accounts that are not closed
    QHash<QString, QString> successors; ///< by account, the account of whoever takes over
    QSet<QString> withoutSuccessor;     ///< the last hand is closed all the same, its consequence read
    std::optional<QDateTime> at;        ///< nothing: now
    LeavingReason reason = LeavingReason::NotSaid;

    friend bool operator==(const DepartureChoices&, const DepartureChoices&) = default;
};

/// Whether the account is among those to close.
[[nodiscard]] bool isChosen(const PlannedClosing& closing, const DepartureChoices& choices);
/// Chosen, the last hand, and nobody is named to take over.
[[nodiscard]] bool lacksSuccessor(const CompanySnapshot& company, const PlannedClosing& closing,
                                  const DepartureChoices& choices);
/// The account of whoever takes over, if they still may; null when nobody is named.
[[nodiscard]] const PortalAccount* successorOf(const CompanySnapshot& company, const PlannedClosing& closing,
                                               const DepartureChoices& choices);
/// How many accounts are chosen.
[[nodiscard]] int chosenCount(const DeparturePlan& plan, const DepartureChoices& choices);
/// The terms to sign; nothing while nothing is chosen or a successor is lacking.
[[nodiscard]] std::optional<DepartureTerms> termsOf(const CompanySnapshot& company, const DeparturePlan& plan,
                                                    const DepartureChoices& choices);

} // namespace proconnect
