// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/CompanySnapshot.h"

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace proconnect {

/// Whose account is whose: by address, and by what somebody confirmed. A name alone is not enough to say that
/// two people are one. Accounts are meant by their position in the snapshot.
class Holders
{
public:
    static constexpr int nobody = -1;

    /// `company` must outlive this.
    Holders(const CompanySnapshot& company, QDate today);

    /// The same number for two accounts exactly where they are one holder's; `nobody` without an address.
    [[nodiscard]] int of(qsizetype account) const { return m_holders.at(account); }
    /// The last day of work that the company declared on this portal; else on another one, unless the account
    /// was opened since: people come back.
    [[nodiscard]] std::optional<QDate> lastDay(qsizetype account) const;
    /// That day is over.
    [[nodiscard]] bool left(qsizetype account) const;
    /// That day is known and still to come.
    [[nodiscard]] bool leaving(qsizetype account) const;
    /// Somebody is named, here or where the same person's address is.
    [[nodiscard]] bool named(qsizetype account) const;

    /// An address as it is compared.
    [[nodiscard]] static QString folded(const QString& address);

private:
    void join(const PersonLink& link, QHash<QString, int>& numbers);

    const QList<PortalAccount>& m_accounts;
    QDate m_today;
    QList<int> m_holders;                     ///< by account
    QList<std::optional<QDate>> m_departures; ///< by holder, the latest
    QList<bool> m_named;                      ///< by holder
};

} // namespace proconnect
