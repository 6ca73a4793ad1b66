// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// Why accepting a request cannot close an account with it.
enum class ReplacementFault {
    NotThere,   ///< not an open account of that portal, for one of the places asked for
    UnderWay,   ///< it is closing already, or the portal refused to close it within a departure
    OwnAccount, ///< the person's own: what they ask for is given to it
    Mine,       ///< the decider's: nobody closes their own so
    Shared,     ///< several people use it: each of them needs an account (core/departure/WayOut.h)
    LastHand,   ///< nobody would administer what it does: the request does not ask for that
};

/// Whether accepting `request` may close `account`, which is of the snapshot: once the person's own works,
/// and not before. The one rule of the form and of the service. Pure; linear in the number of accounts, for
/// an administrator's alone. `today` is in Paris.
[[nodiscard]] std::optional<ReplacementFault> replacementFault(const CompanySnapshot& company,
                                                               const AccessRequest& request,
                                                               const PortalAccount& account, QDate today);

/// Accounts that the person may take over: positions in the snapshot, that of which the portal says so first,
/// then those of people who have left. Whether one is the last hand is not asked.
[[nodiscard]] QList<qsizetype> replaceableBy(const CompanySnapshot& company, const AccessRequest& request,
                                             QDate today);

/// The account that the person takes over, as the portal says; null: it says of none, nobody knows it, it is
/// closing already, or it is their own.
[[nodiscard]] const PortalAccount* namedAsReplaced(const CompanySnapshot& company,
                                                   const AccessRequest& request);

/// What the account of whoever asked is to do: what was granted.
[[nodiscard]] Newcomer newcomerOf(const AccessRequest& request);
/// AccessRequest::roleCode; empty where rights of it were withheld: the portal may open a lesser role.
[[nodiscard]] QString roleToCome(const AccessRequest& request);

/// The departure closes an account that somebody takes over with a request.
[[nodiscard]] bool isReplacement(const Departure& departure);

/// Whether everybody's own account does what was granted, by what the portals show: it works, in the role
/// that is to come, and not in one that they had before; where the portal tells no role, the rights say
/// it, and of an administrator's that it is one's too.
/// Of `replaced` the identifier and the portal are read; `role` is roleToCome().
[[nodiscard]] bool isTakenOver(const AccountList& accounts, const PortalAccount& replaced,
                               const QString& role, const QList<NewcomerProgress>& newcomers);

/// The portal has taken the company's answer to the request; true of every other departure.
[[nodiscard]] bool isAnswerTaken(const Departure& departure);

/// The replacement that closes this account, and is not over; null: there is none.
[[nodiscard]] const Departure* replacementOf(const CompanySnapshot& company, const QString& account);

/// The latest replacement that was decided with this request; null: there is none.
[[nodiscard]] const Departure* replacementWith(const CompanySnapshot& company, const QString& request);

} // namespace proconnect
