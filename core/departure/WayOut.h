// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QList>
#include <QSet>
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
    BadName, ///< without a letter, or with what does not print
    NoAddress,
    BadAddress,   ///< no message could reach it
    SharedOne,    ///< the shared account's own address
    Twice,        ///< somebody before them has it
    WeakAccount,  ///< they have an account there which does not do this
    BeyondShared, ///< a right or a place that the shared account does not have, one twice, or none at all
    PartOfRole,   ///< an administrator has all rights of that role
    ForeignPlace, ///< not an establishment of the company
};

/// Of the one at `position`; nothing: there is none. The one rule of the form and of the service. `siren` is
/// the company's: nobody signs for another's establishments, or sends a text in their place.
[[nodiscard]] std::optional<NewcomerFault> faultOf(const AccountList& accounts, const QString& siren,
                                                   const PortalAccount& shared,
                                                   const QList<Newcomer>& newcomers, qsizetype position);

/// Their own open account on the portal of `shared`, one that works before others; null: there is none.
[[nodiscard]] const PortalAccount* ownAccountOf(const AccountList& accounts, const PortalAccount& shared,
                                                const Newcomer& newcomer);
/// The same; where the portal opened one for them, one that has more than was signed before all others.
[[nodiscard]] const PortalAccount* ownAccountOf(const AccountList& accounts, const PortalAccount& shared,
                                                const NewcomerProgress& newcomer);

/// All of everybody's own open accounts on the portal of `shared`, whether they work or not:
/// PortalAccount::id.
[[nodiscard]] QSet<QString> ownAccountsOf(const AccountList& accounts, const PortalAccount& shared,
                                          const QList<NewcomerProgress>& newcomers);

/// Their own request for that portal, which the company has to answer; null: there is none.
[[nodiscard]] const AccessRequest* ownRequestOf(const QList<AccessRequest>& requests,
                                                const PortalAccount& shared, const Newcomer& newcomer);

/// The account does what the newcomer is to do: it is active, and has the rights in those places; where no
/// right is listed, the `role` of the shared account, if that is known, says what they are to do.
[[nodiscard]] bool worksFor(const PortalAccount& own, const QString& role, const Newcomer& newcomer);

/// What an account has that was not signed for whom it was opened.
struct Surplus
{
    bool role = false;  ///< another one than was signed
    QStringList rights; ///< PortalRight::code
    QStringList sirets;
    bool everywhere = false; ///< the whole company, where some places were signed

    [[nodiscard]] bool any() const { return role || everywhere || !rights.isEmpty() || !sirets.isEmpty(); }
    friend bool operator==(const Surplus&, const Surplus&) = default;
};

/// `role`: the shared account's; empty: it is not known.
[[nodiscard]] Surplus surplusOf(const PortalAccount& own, const QString& role, const Newcomer& newcomer);

/// The same of an account that the portal was told to open; of one that they had, or registered for
/// themselves, none: what that has was given by another decision.
[[nodiscard]] Surplus surplusOf(const PortalAccount& own, const PortalAccount& shared,
                                const NewcomerProgress& newcomer);

/// What the newcomer is to do and the account does not: codes of rights, and establishments.
struct Shortfall
{
    QStringList rights;
    QStringList sirets;
};
[[nodiscard]] Shortfall shortfallOf(const PortalAccount& own, const Newcomer& newcomer);

/// Whether everybody's own account works, by what the portals show, and has no more than was signed; then
/// the shared one may go.
[[nodiscard]] bool allWork(const AccountList& accounts, const PortalAccount& shared,
                           const QList<NewcomerProgress>& newcomers);

/// Those of them of whose own that cannot be said yet, or not any more.
[[nodiscard]] QList<Newcomer> awaited(const AccountList& accounts, const PortalAccount& shared,
                                      const QList<NewcomerProgress>& newcomers);

/// It has not ended.
[[nodiscard]] bool isOpenWayOut(const Departure& wayOut);

/// There is something to follow: it has not ended, or the portal closed the shared account first and
/// somebody's own does not work yet.
[[nodiscard]] bool isFollowed(const CompanySnapshot& company, const Departure& wayOut);

/// The way out of this shared account that there is something to follow of; null: there is none.
[[nodiscard]] const Departure* wayOutOf(const CompanySnapshot& company, const QString& account);

} // namespace proconnect
