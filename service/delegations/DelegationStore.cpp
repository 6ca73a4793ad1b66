// SPDX-License-Identifier: MIT
#include "service/delegations/DelegationStore.h"

#include "core/model/DelegationStates.h"
#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("delegation");
constexpr int mostListed = 500;
constexpr int batch = 100;

QVariant dueAt(const Delegation& delegation)
{
    const auto term = nextTerm(delegation);
    return term ? QVariant(toSql(*term)) : QVariant();
}

/// Never NULL, which a QString that nothing was assigned to would be.
QString orEmpty(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant orNull(const QString& text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

Outcome<QStringList> ids(QSqlDatabase& connection, const QString& condition, const QVariantList& values)
{
    auto query = runQuery(connection, QStringLiteral("SELECT id FROM delegation WHERE ") + condition, values);
    if (!query) {
        return query.failure();
    }
    QStringList result;
    while (query.value().next()) {
        result.append(query.value().value(0).toString());
    }
    return result;
}

Outcome<std::optional<StoredDelegation>> single(const Outcome<QList<StoredDelegation>>& found)
{
    if (!found) {
        return found.failure();
    }
    return found.value().isEmpty() ? std::nullopt : std::optional{found.value().constFirst()};
}

} // namespace

Outcome<Done> DelegationStore::insert(QSqlDatabase& connection, const StoredDelegation& stored) const
{
    const Delegation& delegation = stored.delegation;
    const auto query = runQuery(
        connection,
        QStringLiteral("INSERT INTO delegation (id, siren, version, delegator, delegate, code_hash, "
                       "tries_left, proposed_at, due_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (id) DO NOTHING"),
        {delegation.terms.id, delegation.terms.siren, delegation.version, stored.delegatorSubject,
         orEmpty(stored.delegateSubject), orNull(stored.codeHash), stored.triesLeft,
         toSql(delegation.proposedAt), dueAt(delegation), sealed(stored)});
    if (!query) {
        return query.failure();
    }
    if (query.value().numRowsAffected() != 1) {
        return Failure{FailureCode::Conflict, QStringLiteral("this identifier was used before"), {}};
    }
    return Done{};
}

Outcome<Done> DelegationStore::save(QSqlDatabase& connection, StoredDelegation& stored) const
{
    Delegation& delegation = stored.delegation;
    ++delegation.version;
    const auto query = runQuery(
        connection,
        QStringLiteral("UPDATE delegation SET version = ?, delegator = ?, delegate = ?, code_hash = ?, "
                       "tries_left = ?, due_at = ?, content = ? WHERE id = ? AND version = ?"),
        {delegation.version, stored.delegatorSubject, orEmpty(stored.delegateSubject),
         orNull(stored.codeHash), stored.triesLeft, dueAt(delegation), sealed(stored), delegation.terms.id,
         delegation.version - 1});
    if (!query) {
        return query.failure();
    }
    if (query.value().numRowsAffected() != 1) {
        return Failure{FailureCode::VersionChanged, QStringLiteral("the delegation changed meanwhile"), {}};
    }
    return Done{};
}

Outcome<Done> DelegationStore::saveTries(QSqlDatabase& connection, const StoredDelegation& stored) const
{
    const auto query =
        runQuery(connection, QStringLiteral("UPDATE delegation SET tries_left = ? WHERE id = ?"),
                 {stored.triesLeft, stored.delegation.terms.id});
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

Outcome<std::optional<StoredDelegation>> DelegationStore::find(QSqlDatabase& connection,
                                                               const QString& id) const
{
    return single(select(connection, QStringLiteral("id = ?"), {id}));
}

Outcome<std::optional<StoredDelegation>> DelegationStore::findByCode(QSqlDatabase& connection,
                                                                     const QString& codeHash) const
{
    return single(select(connection, QStringLiteral("code_hash = ?"), {codeHash}));
}

Outcome<QList<StoredDelegation>> DelegationStore::ofCompany(QSqlDatabase& connection,
                                                            const QString& siren) const
{
    return select(connection, QStringLiteral("siren = ? ORDER BY proposed_at DESC, id LIMIT ?"),
                  {siren, mostListed});
}

Outcome<QList<StoredDelegation>> DelegationStore::ofDelegate(QSqlDatabase& connection,
                                                             const QString& subject) const
{
    return select(connection, QStringLiteral("delegate = ? ORDER BY proposed_at DESC, id LIMIT ?"),
                  {subject, mostListed});
}

Outcome<QList<StoredDelegation>> DelegationStore::ofDelegate(QSqlDatabase& connection, const QString& subject,
                                                             const QString& siren) const
{
    return select(connection,
                  QStringLiteral("delegate = ? AND siren = ? ORDER BY proposed_at DESC, id LIMIT ?"),
                  {subject, siren, mostListed});
}

Outcome<QStringList> DelegationStore::underMandate(QSqlDatabase& connection, const QString& subject,
                                                   const QString& siren) const
{
    return ids(connection,
               QStringLiteral("siren = ? AND delegator = ? AND due_at IS NOT NULL ORDER BY proposed_at, id"),
               {siren, subject});
}

Outcome<QStringList> DelegationStore::due(QSqlDatabase& connection, const QDateTime& now) const
{
    return ids(connection, QStringLiteral("due_at <= ? ORDER BY due_at, id LIMIT ?"), {toSql(now), batch});
}

Outcome<QList<QStringList>> DelegationStore::ending(QSqlDatabase& connection, const QDateTime& now) const
{
    auto query = runQuery(
        connection,
        QStringLiteral("SELECT siren, id FROM delegation WHERE due_at > ? AND ((due_at <= ? AND (told_of <> "
                       "due_at OR told_days > ?)) OR (due_at <= ? AND (told_of <> due_at OR told_days > ?))) "
                       "ORDER BY siren, due_at, id LIMIT ?"),
        {toSql(now), toSql(now.addDays(delegationFirstNoticeDays)), delegationFirstNoticeDays,
         toSql(now.addDays(delegationLastNoticeDays)), delegationLastNoticeDays, batch});
    if (!query) {
        return query.failure();
    }
    QList<QStringList> companies;
    QString last;
    while (query.value().next()) {
        if (const QString siren = query.value().value(0).toString(); companies.isEmpty() || siren != last) {
            companies.append(QStringList());
            last = siren;
        }
        companies.last().append(query.value().value(1).toString());
    }
    return companies;
}

Outcome<Done> DelegationStore::saveNotice(QSqlDatabase& connection, const QString& id, int days) const
{
    const auto query = runQuery(
        connection, QStringLiteral("UPDATE delegation SET told_of = due_at, told_days = ? WHERE id = ?"),
        {days, id});
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

Outcome<int> DelegationStore::proposedSince(QSqlDatabase& connection, const QString& siren,
                                            const QDateTime& since) const
{
    auto query = runQuery(
        connection, QStringLiteral("SELECT COUNT(*) FROM delegation WHERE siren = ? AND proposed_at > ?"),
        {siren, toSql(since)});
    if (!query) {
        return query.failure();
    }
    return query.value().next() ? query.value().value(0).toInt() : 0;
}

Outcome<QList<StoredDelegation>> DelegationStore::select(QSqlDatabase& connection, const QString& condition,
                                                         const QVariantList& values) const
{
    auto query = runQuery(
        connection,
        QStringLiteral(
            "SELECT id, siren, version, delegator, delegate, content, code_hash, tries_left FROM delegation "
            "WHERE ") +
            condition,
        values);
    if (!query) {
        return query.failure();
    }
    QList<StoredDelegation> result;
    while (query.value().next()) {
        const QSqlQuery& row = query.value();
        const auto content = openedJson(m_keys, row.value(5).toString(), context);
        if (!content) {
            return content.failure();
        }
        const QJsonObject& json = content.value();
        const auto delegation =
            fromJson<Delegation>(json[u"delegation"].toObject(), FailureCode::StorageUnreadable);
        if (!delegation) {
            return delegation.failure();
        }
        const StoredDelegation stored{delegation.value(), json[u"delegator"].toString(),
                                      json[u"delegate"].toString(), row.value(6).toString(),
                                      row.value(7).toInt()};
        if (row.value(0).toString() != stored.delegation.terms.id ||
            row.value(1).toString() != stored.delegation.terms.siren ||
            row.value(2).toInt() != stored.delegation.version ||
            row.value(3).toString() != stored.delegatorSubject ||
            row.value(4).toString() != stored.delegateSubject) {
            return Failure{
                FailureCode::StorageUnreadable, QStringLiteral("a delegation is not what was sealed"), {}};
        }
        result.append(stored);
    }
    return result;
}

QString DelegationStore::sealed(const StoredDelegation& stored) const
{
    return sealedJson(m_keys,
                      {{QStringLiteral("delegation"), toJson(stored.delegation)},
                       {QStringLiteral("delegator"), stored.delegatorSubject},
                       {QStringLiteral("delegate"), stored.delegateSubject}},
                      context);
}

} // namespace proconnect::service
