// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace proconnect {

/// The most people who get an account of their own in one decision.
inline constexpr qsizetype mostNewcomers = 20;

/// Somebody of the company who may be among those who use a shared account: suggested, never taken for a
/// fact. Positions in the snapshot.
struct PossibleUser
{
    qsizetype known = 0;  ///< an account that names them
    qsizetype there = -1; ///< their own account on that portal; -1: they have none

    friend bool operator==(const PossibleUser&, const PossibleUser&) = default;
};

/// What a way out of a shared account (compte partagé) starts from.
struct WayOutPlan
{
    QList<PossibleUser> people; ///< those who are on that portal first
    QDate closingDay;           ///< proposed for the shared account
    /// The day before is that of this one, the next that is known there; nothing: none is, and the day is the
    /// first after the end of next month.
    std::optional<BusinessDeadline> deadline;

    friend bool operator==(const WayOutPlan&, const WayOutPlan&) = default;
};

/// Pure; linear in the number of accounts. `shared` is of that snapshot, `today` is in Paris.
[[nodiscard]] WayOutPlan planWayOut(const CompanySnapshot& company, const PortalAccount& shared, QDate today);

/// The portal opens accounts like this one when it is told; else people register there themselves. A role
/// that one person holds at a time is never given so: whoever has it would lose it.
[[nodiscard]] bool opensLike(const Portal& portal, const PortalAccount& shared);

/// As the shared account is; of somebody who has an account `there`, what it shares with that.
[[nodiscard]] Newcomer prefilled(const PortalAccount& shared, const QString& name, const QString& email,
                                 const PortalAccount* there = nullptr);

/// To open it takes the sign-in of acts of high effect: an administrator's role, or a payment right.
[[nodiscard]] bool isOfHighEffect(const PortalAccount& shared, const Newcomer& newcomer);

/// Why somebody cannot get an account of their own so.
enum class NewcomerFault {
    NoName,
    NoAddress,    ///< none, or no address
    SharedOne,    ///< the shared account's own address
    Twice,        ///< somebody before them has it
    BeyondShared, ///< a right or a place that the shared account does not have, or one twice
};

/// Of the one at `position`; nothing: there is none.
[[nodiscard]] std::optional<NewcomerFault> faultOf(const PortalAccount& shared,
                                                   const QList<Newcomer>& newcomers, qsizetype position);

/// Their own open account on the portal of `shared`, one that works before others; null: there is none.
[[nodiscard]] const PortalAccount* ownAccountOf(const AccountList& accounts, const PortalAccount& shared,
                                                const Newcomer& newcomer);

/// The account does what the newcomer is to do: it is active, and has the rights in those places.
[[nodiscard]] bool worksFor(const PortalAccount& own, const Newcomer& newcomer);

/// Whether everybody's own account works, by what the portals show; then the shared one may go.
[[nodiscard]] bool allWork(const AccountList& accounts, const PortalAccount& shared,
                           const QList<NewcomerProgress>& newcomers);

/// Those of them whose own does not work yet, or not any more.
[[nodiscard]] QList<Newcomer> awaited(const AccountList& accounts, const PortalAccount& shared,
                                      const QList<NewcomerProgress>& newcomers);

/// It has not ended.
[[nodiscard]] bool isOpenWayOut(const Departure& wayOut);

/// The way out of this account that has not ended; null: there is none.
[[nodiscard]] const Departure* wayOutOf(const CompanySnapshot& company, const QString& account);

} // namespace proconnect
