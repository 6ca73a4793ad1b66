// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountFacts.h"
#include "core/findings/FindingSet.h"
#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QList>

#include <optional>

namespace proconnect {

/// What deserves a look in a company's accounts: a set for each, in the order of the accounts. Pure; linear
/// in the number of accounts and of their establishments. `today` is in Paris. Of what a delegate sees,
/// nothing is said about administrators: others may be out of their sight.
[[nodiscard]] QList<FindingSet> accountFindings(const CompanySnapshot& company, QDate today);
/// The same on the day of `facts`, which are those of that company.
[[nodiscard]] QList<FindingSet> accountFindings(const CompanySnapshot& company, const AccountFacts& facts);

/// Those that somebody chose to leave as they are and whose time is not over, in the same order.
[[nodiscard]] QList<FindingSet> findingsSetAside(const CompanySnapshot& company, QDate today);

/// The holder's last day of work, as accountFindings() takes it; nothing for an account of another company.
[[nodiscard]] std::optional<QDate> lastDayOfHolder(const CompanySnapshot& company, const QString& account);

} // namespace proconnect
