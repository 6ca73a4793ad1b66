// SPDX-License-Identifier: MIT
#pragma once

#include "core/findings/AccountFacts.h"

#include <QDate>
#include <QList>

#include <optional>

namespace proconnect {

/// Whose account is whose: by address, and by what somebody confirmed. A name alone is not enough to say that
/// two people are one. Accounts are meant by their position in the snapshot.
class Holders
{
public:
    static constexpr int nobody = -1;

    /// `facts` must outlive this, and stay as they are.
    explicit Holders(const AccountFacts& facts);

    /// The same number for two accounts exactly where they are one holder's; `nobody` without an address.
    [[nodiscard]] int of(qsizetype account) const { return m_facts.at(account).holder; }
    /// The last day of work that the company declared on this portal; else on another one, unless the account
    /// was opened since: people come back.
    [[nodiscard]] std::optional<QDate> lastDay(qsizetype account) const;
    /// That day is over.
    [[nodiscard]] bool left(qsizetype account) const;
    /// That day is known and still to come.
    [[nodiscard]] bool leaving(qsizetype account) const;
    /// Somebody is named, here or where the same person's address is.
    [[nodiscard]] bool named(qsizetype account) const;

private:
    const AccountFacts& m_facts;
    QList<QDate> m_departures; ///< by holder, the latest; null where there is none
    QList<bool> m_named;       ///< by holder
};

} // namespace proconnect
