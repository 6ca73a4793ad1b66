// SPDX-License-Identifier: MIT
#pragma once

#include "core/departure/LastHand.h"
#include "service/account_notes/AccountNoteStore.h"
#include "service/accounts/AccountStore.h"
#include "service/companies/CompanyStore.h"
#include "service/decisions/OwnAccounts.h"

namespace proconnect::service {

/// Who administers what of a company on its portals (core/departure/LastHand.h), and what of it is a person's
/// own, from the database.
class CompanyHands
{
public:
    CompanyHands(AccountStore accounts, AccountNoteStore notes, CompanyStore companies)
        : m_accounts(accounts), m_notes(notes), m_companies(companies)
    {}

    /// What LastHands looks at: accounts, whose they are, establishments.
    [[nodiscard]] Outcome<CompanySnapshot> read(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<OwnAccounts> ownedBy(QSqlDatabase& connection, const QString& siren,
                                               const SignedInPerson& person) const;

private:
    AccountStore m_accounts;
    AccountNoteStore m_notes;
    CompanyStore m_companies;
};

/// By whom and when something was decided, to tell whoever decides it after them, as an application reads
/// it: "Anne Petit|2026-11-20T08:00:00Z".
[[nodiscard]] QString byWhom(const QString& name, const QDateTime& at);

/// The day on which people are in post.
[[nodiscard]] QDate dayInParis(const QDateTime& instant);

} // namespace proconnect::service
