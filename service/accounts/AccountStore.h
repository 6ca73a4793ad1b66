// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/PortalAccount.h"
#include "core/result/Outcome.h"
#include "service/accounts/ScimAccount.h"

#include <QHash>
#include <QList>
#include <QSqlDatabase>
#include <QStringList>

#include <optional>

namespace proconnect::service {

class ServiceKeys;

/// An account as the service keeps it.
struct StoredAccount
{
    QString siren;
    PortalAccount account;
    QString scimId;
    QString etag;
    QString certifiedSubject; ///< for whom the service had it certified; empty: it did not

    friend bool operator==(const StoredAccount&, const StoredAccount&) = default;
};

/// How much of a company's accounts on a portal a report holds.
enum class Report {
    Whole,   ///< all: what it does not hold is no longer there
    Changes, ///< some: nothing is said of the others
};

/// What a report changed.
struct AccountChanges
{
    bool any = false;
    QStringList closed;   ///< holders or addresses of accounts that the portal no longer shows open
    QStringList reopened; ///< those that were closed on our order and are open again
};

/// The accounts of each company, as portals last reported them and as our own orders left them.
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
    [[nodiscard]] Outcome<std::optional<StoredAccount>> find(QSqlDatabase& connection, const QString& siren,
                                                             const QString& accountId) const;
    /// Writes `stored` with the next version.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, StoredAccount stored) const;
    /// Version of each account of one portal, by identifier.
    [[nodiscard]] Outcome<QHash<QString, int>> versions(QSqlDatabase& connection, const QString& siren,
                                                        const QString& portal) const;
    /// Takes in a report of one portal; an account that a whole report does not hold is closed. `before`
    /// holds the versions from before the listing was asked for: an account that changed meanwhile waits for
    /// the next one, so that an old listing never undoes what an order just did.
    [[nodiscard]] Outcome<AccountChanges> takeListing(QSqlDatabase& connection, const QString& siren,
                                                      const QString& portal,
                                                      const QList<ScimAccount>& listing,
                                                      const QHash<QString, int>& before,
                                                      Report report = Report::Whole) const;
    /// `known` as the portal's `reported` leaves it, orders under way kept.
    [[nodiscard]] static StoredAccount merged(const StoredAccount& known, const ScimAccount& reported);

private:
    [[nodiscard]] Outcome<QList<StoredAccount>> select(QSqlDatabase& connection, const QString& condition,
                                                       const QVariantList& values) const;

    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
