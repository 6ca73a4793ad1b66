// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace proconnect {

/// Whether the account gives an administrator's role to somebody who has left and whom nobody replaces
/// (FindingKind::OrphanedAdministrator), whatever was set aside; `company` must hold all its accounts. Pure;
/// linear in the number of accounts. `today` is in Paris.
[[nodiscard]] bool isOrphaned(const CompanySnapshot& company, const QString& account, QDate today);

/// Who may take the role over from an orphaned administrator's account: positions in the snapshot, the
/// signed-in director's own accounts first, then administrators. Those who have that role already, everywhere
/// that the account has it, are not among them.
[[nodiscard]] QList<qsizetype> substitutesFor(const CompanySnapshot& company, const QString& account,
                                              QDate today);

/// The portal has had the substitution for longer than two days: somebody should ask it, or ask anew.
[[nodiscard]] bool isLate(const Substitution& substitution, const QDateTime& now);

/// Nothing is awaited any more: the portal refused, or is late. It may be asked anew, for somebody else too.
[[nodiscard]] bool mayAskAgain(const Substitution& substitution, const QDateTime& now);

/// Whether `successor` shows that the substitution of `orphan` is done: it is the account of whoever was
/// named, works, and has the role everywhere that `orphan` has it. False without a substitution.
[[nodiscard]] bool isDone(const PortalAccount& orphan, const PortalAccount& successor);

/// Where the successor acts once both accounts' establishments are theirs; empty: the whole company.
[[nodiscard]] QStringList placesOfBoth(const PortalAccount& orphan, const PortalAccount& successor);

} // namespace proconnect
