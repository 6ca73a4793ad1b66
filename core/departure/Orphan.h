// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace proconnect {

/// Whether the account gives an administrator's role to somebody who has left
/// (FindingKind::OrphanedAdministrator, whatever was set aside) or whom nobody names, and whom nobody
/// replaces; `company` must hold all its accounts. Pure; linear in the number of accounts. `today` is in
/// Paris.
[[nodiscard]] bool isOrphaned(const CompanySnapshot& company, const QString& account, QDate today);

/// Who may take the role over from an orphaned administrator's account: positions in the snapshot. On that
/// portal whoever could succeed in a departure, but those who have that role already, everywhere that the
/// account has it; then, by an account of theirs on another portal, people who have none there: the portal
/// opens one for them. The signed-in director comes first, then administrators.
[[nodiscard]] QList<qsizetype> substitutesFor(const CompanySnapshot& company, const QString& account,
                                              QDate today);

/// The account names somebody of the company, and they are known well enough for a portal to open one for
/// them.
[[nodiscard]] bool isKnownPerson(const PortalAccount& account);

/// Whoever was named by this account has none yet where they are to take over.
[[nodiscard]] bool isNewcomer(const PortalAccount& orphan, const PortalAccount& named);

/// Whoever was named by this account is still there to take over: it works, and they have not left. `today`
/// is in Paris.
[[nodiscard]] bool mayStillBeNamed(const PortalAccount& named, QDate today);

/// The account counts for all of these establishments; none: for the whole company.
[[nodiscard]] bool coversPlaces(const PortalAccount& account, const QStringList& sirets);

/// The portal has had the substitution for longer than two days: somebody should ask it, or ask anew.
[[nodiscard]] bool isLate(const Substitution& substitution, const QDateTime& now);

/// Nothing is awaited any more: the portal refused, or is late. It may be asked anew, for somebody else too.
[[nodiscard]] bool mayAskAgain(const Substitution& substitution, const QDateTime& now);

/// Whether `candidate` shows that the substitution of `orphan` is done: it is the account that was `named`,
/// or the newcomer's on that portal, works, and has the role everywhere that `orphan` has it. False without a
/// substitution.
[[nodiscard]] bool isDone(const PortalAccount& orphan, const PortalAccount& named,
                          const PortalAccount& candidate);

/// Where the successor acts once both accounts' establishments are theirs, of a newcomer those of the first;
/// empty: the whole company.
[[nodiscard]] QStringList placesOfBoth(const PortalAccount& orphan, const PortalAccount& successor);

} // namespace proconnect
