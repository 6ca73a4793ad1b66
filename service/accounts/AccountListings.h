// SPDX-License-Identifier: MIT
#pragma once

#include "service/accounts/AccountStore.h"
#include "service/departures/DepartureProgress.h"

#include <QDateTime>

namespace proconnect::service {

class Journal;

/// Takes in what is reported about accounts, however it came: accounts, departures, journal, age of the data,
/// cursor.
/// In the caller's transaction. Each is true when any account changed.
class AccountListings
{
public:
    /// What is reported, and when.
    struct Source
    {
        QString portal;
        QString siren;
        QDateTime asOf; ///< when the portal's data were so
        QDateTime now;
    };

    AccountListings(AccountStore store, const Journal& journal, DepartureProgress departures)
        : m_store(store), m_journal(journal), m_departures(departures)
    {}

    /// All of the company's accounts. `before` as for AccountStore::takeListing().
    [[nodiscard]] Outcome<bool> takeAll(QSqlDatabase& connection, const Source& source,
                                        const QList<ScimAccount>& listing,
                                        const QHash<QString, int>& before) const;
    /// What changed; the others are as they were.
    [[nodiscard]] Outcome<bool> takeChanges(QSqlDatabase& connection, const Source& source,
                                            const QList<ScimAccount>& changed) const;
    /// Some, while the others are still to come: the data as a whole are no younger for it.
    [[nodiscard]] Outcome<bool> takePart(QSqlDatabase& connection, const Source& source,
                                         const QList<ScimAccount>& part) const;
    /// After the last part: those that none held are gone.
    [[nodiscard]] Outcome<bool> endParts(QSqlDatabase& connection, const Source& source,
                                         const QStringList& gone) const;

private:
    enum class Age { Raised, Kept };
    [[nodiscard]] Outcome<bool> noted(QSqlDatabase& connection, const Source& source,
                                      const Outcome<AccountChanges>& changes, Age age) const;

    /// Substitutions that the portal's data show done are over; one whose successor is gone has failed.
    [[nodiscard]] Outcome<Done> followSubstitutions(QSqlDatabase& connection, const Source& source) const;
    [[nodiscard]] Outcome<Done> settle(QSqlDatabase& connection, const Source& source, StoredAccount& orphan,
                                       const std::optional<StoredAccount>& named) const;
    [[nodiscard]] Outcome<bool> shownDone(QSqlDatabase& connection, const StoredAccount& orphan,
                                          const StoredAccount& named) const;

    AccountStore m_store;
    const Journal& m_journal;
    DepartureProgress m_departures;
};

} // namespace proconnect::service
