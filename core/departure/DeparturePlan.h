// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/LastHand.h"
#include "core/departure/Leavers.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace proconnect {

/// What becomes of one account when its holder leaves, before anything happens.
struct PlannedClosing
{
    enum class Way {
        Online,   ///< the portal closes it when it is told
        ByLetter, ///< somebody has to write to the portal
        UnderWay, ///< asked for before: nothing to decide
    };

    qsizetype position = 0; ///< in CompanySnapshot::accounts
    QString account;        ///< PortalAccount::id
    int version = 0;
    QString portal;
    Way way = Way::Online;
    int hours = 0; ///< how long the portal takes; 0: at once
    /// What nobody would administer any more, were all of these closed.
    std::optional<LastHand> lastHand;
    QList<qsizetype> successors; ///< who may take over then, administrators first
    /// Labels of what nobody else could do there any more; only with lastHand.
    QStringList lost;
    QList<BusinessDeadline> deadlines; ///< of the next 30 days on that portal, nearest first

    friend bool operator==(const PlannedClosing&, const PlannedClosing&) = default;
};

/// Everything that follows from somebody's departure.
struct DeparturePlan
{
    Leaver leaver;
    QList<PlannedClosing> closings; ///< what closes at once first, what is under way last
    qsizetype leftOut = 0;          ///< accounts beyond what one departure may close
    bool contactEmail = false;      ///< the company's contact address is theirs

    friend bool operator==(const DeparturePlan&, const DeparturePlan&) = default;
};

/// The most accounts that one departure closes: with the longest identifiers the signed order still fits into
/// the 64 KiB that the service reads.
inline constexpr qsizetype mostClosings = 100;

/// Pure. `today` is in Paris; `kept`: accounts (PortalAccount::id) of theirs that stay open.
[[nodiscard]] DeparturePlan planDeparture(const CompanySnapshot& company, const Leaver& leaver, QDate today,
                                          const QSet<QString>& kept = {});

} // namespace proconnect
