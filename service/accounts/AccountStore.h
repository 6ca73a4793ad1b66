// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/accounts/ScimAccount.h"
#include "service/accounts/StoredAccount.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QSqlDatabase>
#include <QStringList>

namespace proconnect::service {

class ServiceKeys;

/// What a report changes.
struct AccountChanges
{
    QDateTime asOf;                ///< when the accounts were so
    QList<StoredAccount> accounts; ///< as it leaves them
    QStringList closed;            ///< holders or addresses of accounts that the portal no longer shows open
    QStringList reopened;          ///< those that were closed on our order and are open again
};

/// The accounts of each company, as portals last reported them and as our own orders left them. One that was
/// closed long ago is forgotten (ClosedAccounts) and as good as unknown, until a portal shows it open again.
class AccountStore
{
public:
    explicit AccountStore(const ServiceKeys& keys) : m_keys(keys) {}

    /// All accounts of the company, those closed too, by identifier.
    [[nodiscard]] Outcome<QList<StoredAccount>> accountsOf(QSqlDatabase& connection,
                                                           const QString& siren) const;
    /// The accounts of the company that the service had certified for this person, by identifier.
    [[nodiscard]] Outcome<QList<StoredAccount>> certifiedFor(QSqlDatabase& connection, const QString& siren,
                                                             const QString& subject) const;
    /// Those of one portal.
    [[nodiscard]] Outcome<QList<StoredAccount>> accountsOn(QSqlDatabase& connection, const QString& siren,
                                                           const QString& portal) const;
    /// The company's accounts on the portal from which somebody is to take over (Substitution).
    [[nodiscard]] Outcome<QList<StoredAccount>> substituted(QSqlDatabase& connection, const QString& siren,
                                                            const QString& portal) const;
    [[nodiscard]] Outcome<std::optional<StoredAccount>> find(QSqlDatabase& connection, const QString& siren,
                                                             const QString& accountId) const;
    /// Writes `stored` with the next version.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, StoredAccount stored) const;
    /// Version of each account of one portal, by identifier.
    [[nodiscard]] Outcome<QHash<QString, int>> versions(QSqlDatabase& connection, const QString& siren,
                                                        const QString& portal) const;
    /// Takes in all of a company's accounts on one portal; one that the listing does not hold is closed.
    /// `before` holds the versions from before the listing was asked for: an account that changed meanwhile
    /// waits for the next one, so that an old listing never undoes what an order just did. `asOf`, here and
    /// below: when the accounts were so.
    [[nodiscard]] Outcome<AccountChanges> takeListing(QSqlDatabase& connection, const QString& siren,
                                                      const QString& portal,
                                                      const QList<ScimAccount>& listing,
                                                      const QHash<QString, int>& before,
                                                      const QDateTime& asOf) const;
    /// Whether takeListing() would write anything now.
    [[nodiscard]] Outcome<bool> differs(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                        const QList<ScimAccount>& listing) const;
    /// Takes in some accounts, which the portal told within the same transaction; of the others it says
    /// nothing.
    [[nodiscard]] Outcome<AccountChanges> takeSome(QSqlDatabase& connection, const QString& siren,
                                                   const QList<ScimAccount>& some,
                                                   const QDateTime& asOf) const;
    /// Closes those of the company's accounts that the portal no longer has.
    [[nodiscard]] Outcome<AccountChanges> closeGone(QSqlDatabase& connection, const QString& siren,
                                                    const QStringList& accountIds,
                                                    const QDateTime& asOf) const;
    /// The portals on which the company has open accounts.
    [[nodiscard]] Outcome<QStringList> portalsOf(QSqlDatabase& connection, const QString& siren) const;
    /// Whether the company has more open accounts on the portal than `mostOpen`, or more than three times as
    /// many with those that were closed.
    [[nodiscard]] Outcome<bool> tooMany(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                        int mostOpen) const;
    /// `known` as the portal's `reported` leaves it, orders under way kept.
    [[nodiscard]] static StoredAccount merged(const StoredAccount& known, const ScimAccount& reported);

private:
    struct Known
    {
        QHash<QString, StoredAccount> accounts; ///< by identifier
        QSet<QString> forgotten;
    };

    [[nodiscard]] static AccountChanges compared(const QString& siren, Known known,
                                                 const QList<ScimAccount>& listing,
                                                 const QHash<QString, int>& before, const QDateTime& asOf);
    /// Notes `reported` where it differs from `known`; null: it is new.
    static void take(const QString& siren, const ScimAccount& reported, const StoredAccount* known,
                     AccountChanges& changes);
    static void close(StoredAccount gone, AccountChanges& changes);
    [[nodiscard]] Outcome<AccountChanges> written(QSqlDatabase& connection,
                                                  const AccountChanges& changes) const;
    [[nodiscard]] Outcome<Known> ofPortal(QSqlDatabase& connection, const QString& siren,
                                          const QString& portal) const;
    /// Identifiers of those that were closed for so long that nothing else was kept of them.
    [[nodiscard]] static Outcome<QSet<QString>> forgottenOf(QSqlDatabase& connection, const QString& siren);
    [[nodiscard]] Outcome<QList<StoredAccount>> byId(QSqlDatabase& connection, const QString& siren,
                                                     const QStringList& ids) const;
    [[nodiscard]] Outcome<QList<StoredAccount>> select(QSqlDatabase& connection, const QString& condition,
                                                       const QVariantList& values) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
