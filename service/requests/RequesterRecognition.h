// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/companies/Mandates.h"
#include "service/requests/RequestStore.h"

#include <optional>

namespace proconnect::service {

class Database;

/// Whether who asks is a director of the company: the portal identified them by an account that is certified
/// for somebody who leads it.
class RequesterRecognition
{
public:
    RequesterRecognition(Database& database, AccountStore accounts, Mandates& mandates)
        : m_database(database), m_accounts(accounts), m_mandates(mandates)
    {}

    /// A director and what says so.
    struct Recognised
    {
        Mandate mandate;
        StoredAccount account;
    };

    /// Asks the register when its last word is old, so call it outside any transaction. Nothing when the
    /// account is not certified, or when no register confirms the person today.
    [[nodiscard]] Outcome<std::optional<Recognised>> require(const StoredRequest& deposit);
    /// Looks again, in the transaction that follows: nothing once the account or the mandate is no longer so.
    [[nodiscard]] Outcome<std::optional<Recognised>>
    held(QSqlDatabase& connection, const StoredRequest& deposit, const Recognised& before) const;

private:
    /// The account by which the portal identified them, when it is certified.
    [[nodiscard]] Outcome<std::optional<StoredAccount>> certified(QSqlDatabase& connection,
                                                                  const StoredRequest& deposit) const;

    Database& m_database;
    AccountStore m_accounts;
    Mandates& m_mandates;
};

/// Whether the request is, word for word, the director's own: the name and the address of that account.
[[nodiscard]] bool namesHolder(const AccessRequest& request, const StoredAccount& account);

} // namespace proconnect::service
