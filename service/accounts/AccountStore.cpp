// SPDX-License-Identifier: MIT
#include "service/accounts/AccountStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"

#include <utility>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("portal_account");
constexpr qsizetype idsAtOnce = 500;

/// The driver binds a null QString as NULL, which no column here takes.
QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QString whoseAccount(const PortalAccount& account)
{
    return account.holderName.isEmpty() ? account.email : account.holderName;
}

/// Closed for so long that only the identifier was kept, and closed still.
bool staysForgotten(const ScimAccount& reported, const QSet<QString>& forgotten)
{
    return !reported.account.openAccount() && forgotten.contains(reported.account.id);
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

Outcome<QList<StoredAccount>> AccountStore::accountsOn(QSqlDatabase& connection, const QString& siren,
                                                       const QString& portal) const
{
    return select(connection, QStringLiteral("siren = ? AND portal = ?"), {siren, portal});
}

Outcome<QList<StoredAccount>> AccountStore::substituted(QSqlDatabase& connection, const QString& siren,
                                                        const QString& portal) const
{
    return select(connection, QStringLiteral("siren = ? AND portal = ? AND successor <> '' ORDER BY id"),
                  {siren, portal});
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
    if (orderUnderWay(account.state)) {
        stored.closedByData.reset();
    }
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO portal_account (siren, id, portal, scim_id, etag, version, state, certification, "
            "certified_subject, successor, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (siren, id) DO "
            "UPDATE SET scim_id = excluded.scim_id, etag = excluded.etag, version = excluded.version, "
            "state = excluded.state, certification = excluded.certification, "
            "certified_subject = excluded.certified_subject, successor = excluded.successor, "
            "content = excluded.content, "
            "closed_at = CASE WHEN excluded.state = 'closed' THEN portal_account.closed_at END"),
        {stored.siren, account.id, account.portal, notNull(stored.scimId), notNull(stored.etag),
         account.version, wireName(account.state), wireName(account.certification),
         notNull(stored.certifiedSubject),
         account.substitution ? notNull(account.substitution->successor) : QStringLiteral(""),
         sealedJson(m_keys, contentOf(stored), context)});
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
                                                  const QHash<QString, int>& before,
                                                  const QDateTime& asOf) const
{
    const auto known = ofPortal(connection, siren, portal);
    return known ? written(connection, compared(siren, known.value(), listing, before, asOf))
                 : Outcome<AccountChanges>(known.failure());
}

Outcome<bool> AccountStore::differs(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                    const QList<ScimAccount>& listing) const
{
    const auto known = ofPortal(connection, siren, portal);
    if (!known) {
        return known.failure();
    }
    QHash<QString, int> now;
    for (const StoredAccount& stored : known.value().accounts) {
        now.insert(stored.account.id, stored.account.version);
    }
    return !compared(siren, known.value(), listing, now, {}).accounts.isEmpty();
}

AccountChanges AccountStore::compared(const QString& siren, Known known, const QList<ScimAccount>& listing,
                                      const QHash<QString, int>& before, const QDateTime& asOf)
{
    AccountChanges changes{asOf, {}, {}, {}};
    const auto movedSince = [&before](const StoredAccount& stored) {
        return before.value(stored.account.id, -1) != stored.account.version;
    };
    for (const ScimAccount& reported : listing) {
        const auto old = known.accounts.constFind(reported.account.id);
        const bool isKnown = old != known.accounts.constEnd();
        if (isKnown ? !movedSince(*old) : !staysForgotten(reported, known.forgotten)) {
            take(siren, reported, isKnown ? &*old : nullptr, changes);
        }
        known.accounts.remove(reported.account.id);
    }
    for (const StoredAccount& gone : std::as_const(known.accounts)) {
        if (gone.account.openAccount() && !movedSince(gone)) {
            close(gone, changes);
        }
    }
    return changes;
}

Outcome<AccountChanges> AccountStore::written(QSqlDatabase& connection, const AccountChanges& changes) const
{
    for (const StoredAccount& stored : changes.accounts) {
        if (const auto saved = save(connection, stored); !saved) {
            return saved.failure();
        }
    }
    return changes;
}

Outcome<AccountChanges> AccountStore::takeSome(QSqlDatabase& connection, const QString& siren,
                                               const QList<ScimAccount>& some, const QDateTime& asOf) const
{
    QStringList ids;
    for (const ScimAccount& reported : some) {
        ids.append(reported.account.id);
    }
    const auto known = byId(connection, siren, ids);
    const auto forgotten = forgottenOf(connection, siren);
    if (!known || !forgotten) {
        return known ? forgotten.failure() : known.failure();
    }
    QHash<QString, const StoredAccount*> before;
    for (const StoredAccount& stored : known.value()) {
        before.insert(stored.account.id, &stored);
    }
    AccountChanges changes{asOf, {}, {}, {}};
    for (const ScimAccount& reported : some) {
        const StoredAccount* old = before.value(reported.account.id, nullptr);
        if (old != nullptr || !staysForgotten(reported, forgotten.value())) {
            take(siren, reported, old, changes);
        }
    }
    return written(connection, changes);
}

Outcome<AccountChanges> AccountStore::closeGone(QSqlDatabase& connection, const QString& siren,
                                                const QStringList& accountIds, const QDateTime& asOf) const
{
    AccountChanges changes{asOf, {}, {}, {}};
    for (qsizetype i = 0; i < accountIds.size(); i += idsAtOnce) {
        const auto known = byId(connection, siren, accountIds.mid(i, idsAtOnce));
        if (!known) {
            return known.failure();
        }
        for (const StoredAccount& gone : known.value()) {
            close(gone, changes);
        }
    }
    return written(connection, changes);
}

Outcome<QStringList> AccountStore::portalsOf(QSqlDatabase& connection, const QString& siren) const
{
    auto query =
        runQuery(connection,
                 QStringLiteral("SELECT DISTINCT portal FROM portal_account WHERE siren = ? AND state "
                                "<> ? ORDER BY portal"),
                 {siren, wireName(AccountState::Closed)});
    if (!query) {
        return query.failure();
    }
    QStringList portals;
    while (query.value().next()) {
        portals.append(query.value().value(0).toString());
    }
    return portals;
}

Outcome<bool> AccountStore::tooMany(QSqlDatabase& connection, const QString& siren, const QString& portal,
                                    int mostOpen) const
{
    constexpr int closedForEachOpen = 2;
    const auto count = [&](const QString& which) -> Outcome<int> {
        auto query = runQuery(
            connection,
            QStringLiteral("SELECT count(*) FROM portal_account WHERE siren = ? AND portal = ?") + which,
            {siren, portal});
        if (!query) {
            return query.failure();
        }
        query.value().next();
        return query.value().value(0).toInt();
    };
    const auto all = count(QString());
    if (!all || all.value() <= mostOpen) {
        return all ? Outcome<bool>(false) : Outcome<bool>(all.failure());
    }
    const auto open = count(QStringLiteral(" AND state <> 'closed'"));
    return open ? Outcome<bool>(open.value() > mostOpen || all.value() > mostOpen * (1 + closedForEachOpen))
                : Outcome<bool>(open.failure());
}

void AccountStore::take(const QString& siren, const ScimAccount& reported, const StoredAccount* known,
                        AccountChanges& changes)
{
    StoredAccount after{siren, reported.account, reported.scimId, reported.etag, {}};
    after.account.version = 0;
    if (known != nullptr) {
        after = merged(*known, reported);
        if (after == *known) {
            return;
        }
        const bool wasOpen = known->account.openAccount();
        if (wasOpen && !after.account.openAccount()) {
            after.closedByData = ClosedByData{known->account.state, changes.asOf};
            changes.closed.append(whoseAccount(after.account));
        } else if (!wasOpen && after.account.openAccount()) {
            changes.reopened.append(whoseAccount(after.account));
        }
    }
    changes.accounts.append(after);
}

void AccountStore::close(StoredAccount gone, AccountChanges& changes)
{
    gone.closedByData = ClosedByData{gone.account.state, changes.asOf};
    gone.account.state = AccountState::Closed;
    changes.closed.append(whoseAccount(gone.account));
    changes.accounts.append(gone);
}

StoredAccount AccountStore::merged(const StoredAccount& known, const ScimAccount& reported)
{
    StoredAccount after{known.siren,   reported.account,       reported.scimId,
                        reported.etag, known.certifiedSubject, known.closedByData};
    after.account.version = known.account.version;
    after.account.certifiedAt = known.account.certifiedAt;
    after.account.portalMessage = known.account.portalMessage;
    after.account.substitution = known.account.substitution;
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

Outcome<AccountStore::Known> AccountStore::ofPortal(QSqlDatabase& connection, const QString& siren,
                                                    const QString& portal) const
{
    const auto stored = accountsOn(connection, siren, portal);
    if (!stored) {
        return stored.failure();
    }
    const auto forgotten = forgottenOf(connection, siren);
    if (!forgotten) {
        return forgotten.failure();
    }
    Known known{{}, forgotten.value()};
    for (const StoredAccount& each : stored.value()) {
        known.accounts.insert(each.account.id, each);
    }
    return known;
}

Outcome<QSet<QString>> AccountStore::forgottenOf(QSqlDatabase& connection, const QString& siren)
{
    auto query =
        runQuery(connection, QStringLiteral("SELECT id FROM portal_account WHERE siren = ? AND content = ''"),
                 {siren});
    if (!query) {
        return query.failure();
    }
    QSet<QString> forgotten;
    while (query.value().next()) {
        forgotten.insert(query.value().value(0).toString());
    }
    return forgotten;
}

Outcome<QList<StoredAccount>> AccountStore::byId(QSqlDatabase& connection, const QString& siren,
                                                 const QStringList& ids) const
{
    if (ids.isEmpty()) {
        return QList<StoredAccount>();
    }
    QVariantList values{siren};
    QStringList places;
    for (const QString& id : ids) {
        values.append(id);
        places.append(QStringLiteral("?"));
    }
    return select(connection, QStringLiteral("siren = ? AND id IN (%1)").arg(places.join(u',')), values);
}

Outcome<QList<StoredAccount>> AccountStore::select(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT siren, scim_id, etag, certified_subject, version, content "
                                         "FROM portal_account WHERE content <> '' AND ") +
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
                         row.value(2).toString(), row.value(3).toString(), closedByDataIn(content.value())});
        accounts.last().account.version = row.value(4).toInt();
    }
    return accounts;
}

} // namespace proconnect::service
