// SPDX-License-Identifier: MIT
#include "service/accounts/AccountStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("portal_account");

/// The driver binds a null QString as NULL, which no column here takes.
QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString whoseAccount(const PortalAccount& account)
{
    return account.holderName.isEmpty() ? account.email : account.holderName;
}

bool orderUnderWay(AccountState state)
{
    return state == AccountState::ClosureRequested || state == AccountState::ClosureFailed ||
           state == AccountState::ClosureManual || state == AccountState::ClosureScheduled;
}

} // namespace

Outcome<QList<StoredAccount>> AccountStore::accountsOf(QSqlDatabase& connection, const QString& siren) const
{
    return select(connection, QStringLiteral("siren = ? ORDER BY id"), {siren});
}

Outcome<QList<StoredAccount>> AccountStore::certifiedFor(QSqlDatabase& connection, const QString& siren,
                                                         const QString& subject) const
{
    return select(
        connection,
        QStringLiteral("siren = ? AND certified_subject = ? AND certification = 'certified' ORDER BY id"),
        {siren, subject});
}

Outcome<std::optional<StoredAccount>> AccountStore::find(QSqlDatabase& connection, const QString& siren,
                                                         const QString& accountId) const
{
    const auto found = select(connection, QStringLiteral("siren = ? AND id = ?"), {siren, accountId});
    if (!found) {
        return found.failure();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional{found.value().first()};
}

Outcome<Done> AccountStore::save(QSqlDatabase& connection, StoredAccount stored) const
{
    const PortalAccount& account = stored.account;
    ++stored.account.version;
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, state, certification, "
            "certified_subject, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (siren, id) DO "
            "UPDATE SET scim_id = excluded.scim_id, etag = excluded.etag, version = excluded.version, "
            "state = excluded.state, certification = excluded.certification, "
            "certified_subject = excluded.certified_subject, content = excluded.content"),
        {stored.siren, account.id, account.portal, notNull(stored.scimId), notNull(stored.etag),
         account.version, wireName(account.state), wireName(account.certification),
         notNull(stored.certifiedSubject), sealedJson(m_keys, toJson(account), context)});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

Outcome<QHash<QString, int>> AccountStore::versions(QSqlDatabase& connection, const QString& siren,
                                                    const QString& portal) const
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT id, version FROM portal_account WHERE siren = ? AND portal = ?"),
        {siren, portal});
    if (!query) {
        return query.failure();
    }
    QHash<QString, int> versions;
    while (query.value().next()) {
        versions.insert(query.value().value(0).toString(), query.value().value(1).toInt());
    }
    return versions;
}

Outcome<AccountChanges> AccountStore::takeListing(QSqlDatabase& connection, const QString& siren,
                                                  const QString& portal, const QList<ScimAccount>& listing,
                                                  const QHash<QString, int>& before, Report report) const
{
    const auto known = select(connection, QStringLiteral("siren = ? AND portal = ?"), {siren, portal});
    if (!known) {
        return known.failure();
    }
    QHash<QString, StoredAccount> unlisted;
    for (const StoredAccount& stored : known.value()) {
        unlisted.insert(stored.account.id, stored);
    }
    AccountChanges changes;
    const auto movedSince = [&before](const StoredAccount& stored) {
        return before.value(stored.account.id, -1) != stored.account.version;
    };
    const auto write = [&](const StoredAccount& stored) {
        changes.any = true;
        return save(connection, stored);
    };
    for (const ScimAccount& reported : listing) {
        const auto old = unlisted.constFind(reported.account.id);
        StoredAccount after{siren, reported.account, reported.scimId, reported.etag, {}};
        after.account.version = 0;
        if (old != unlisted.constEnd()) {
            if (movedSince(*old)) {
                unlisted.erase(old);
                continue;
            }
            after = merged(*old, reported);
            const bool wasOpen = old->account.openAccount();
            if (wasOpen && !after.account.openAccount()) {
                changes.closed.append(whoseAccount(after.account));
            } else if (!wasOpen && after.account.openAccount()) {
                changes.reopened.append(whoseAccount(after.account));
            }
            const bool same = after == *old;
            unlisted.erase(old);
            if (same) {
                continue;
            }
        }
        if (const auto saved = write(after); !saved) {
            return saved.failure();
        }
    }
    for (StoredAccount gone : std::as_const(unlisted)) {
        if (report == Report::Whole && gone.account.openAccount() && !movedSince(gone)) {
            gone.account.state = AccountState::Closed;
            changes.closed.append(whoseAccount(gone.account));
            if (const auto saved = write(gone); !saved) {
                return saved.failure();
            }
        }
    }
    return changes;
}

StoredAccount AccountStore::merged(const StoredAccount& known, const ScimAccount& reported)
{
    StoredAccount after{known.siren, reported.account, reported.scimId, reported.etag,
                        known.certifiedSubject};
    after.account.version = known.account.version;
    after.account.certifiedAt = known.account.certifiedAt;
    after.account.portalMessage = known.account.portalMessage;
    if (reported.account.state == AccountState::Active && orderUnderWay(known.account.state)) {
        after.account.state = known.account.state;
    }
    if (reported.account.state == AccountState::Closed) {
        after.account.portalMessage.clear();
    }
    const bool certifiedThere = reported.account.certification == AccountCertification::Certified;
    if (certifiedThere && known.account.certification == AccountCertification::ToWithdraw) {
        after.account.certification = AccountCertification::ToWithdraw;
    } else if (!certifiedThere && known.account.certification == AccountCertification::Requested) {
        after.account.certification = AccountCertification::Requested;
    } else if (!certifiedThere) {
        after.certifiedSubject.clear();
        after.account.certifiedAt.reset();
    }
    return after;
}

Outcome<QList<StoredAccount>> AccountStore::select(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT siren, scim_id, etag, certified_subject, version, content "
                                         "FROM portal_account WHERE ") +
                              condition,
                          values);
    if (!query) {
        return query.failure();
    }
    QList<StoredAccount> accounts;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(5).toString(), context);
        if (!content) {
            return content.failure();
        }
        auto account = fromJson<PortalAccount>(content.value(), FailureCode::StorageUnreadable);
        if (!account) {
            return account.failure();
        }
        accounts.append({row.value(0).toString(), account.value(), row.value(1).toString(),
                         row.value(2).toString(), row.value(3).toString()});
        accounts.last().account.version = row.value(4).toInt();
    }
    return accounts;
}

} // namespace proconnect::service
