// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"

#include <QDateTime>

namespace proconnect::service {

class Journal;

/// Takes in what portals report about accounts, however it came: accounts, journal, age of the data, cursor.
class AccountListings
{
public:
    AccountListings(AccountStore store, const Journal& journal) : m_store(store), m_journal(journal) {}

    /// In the caller's transaction. `before` as for AccountStore::takeListing(); `asOf`: when the portal's
    /// data were so. True when any account changed.
    [[nodiscard]] Outcome<bool> take(QSqlDatabase& connection, const QString& portal, const QString& siren,
                                     const QList<ScimAccount>& listing, const QHash<QString, int>& before,
                                     Report report, const QDateTime& asOf, const QDateTime& now) const;

private:
    AccountStore m_store;
    const Journal& m_journal;
};

} // namespace proconnect::service
