// SPDX-License-Identifier: MIT
#include "service/companies/ReviewCaseStore.h"

#include "core/protocol/ModelJson.h"
#include "service/companies/RegistrySourceName.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("review_case");

Outcome<Done> run(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto query = runQuery(connection, sql, values);
    return query ? Outcome<Done>(Done{}) : Outcome<Done>(query.failure());
}

} // namespace

QString ReviewCaseStore::sealedContent(const ReviewCase& file) const
{
    return sealedJson(m_keys,
                      {{QStringLiteral("reasons"), QJsonArray::fromStringList(file.reasons)},
                       {QStringLiteral("register"), wireName(file.source)},
                       {QStringLiteral("replyTo"), file.replyTo}},
                      context);
}

Outcome<ReviewCase> ReviewCaseStore::note(QSqlDatabase& connection, ReviewCase found) const
{
    const auto known =
        select(connection, QStringLiteral("subject = ? AND siren = ?"), {found.subject, found.siren});
    if (!known) {
        return known.failure();
    }
    if (known.value()) {
        found.reference = known.value()->reference;
        found.replyTo = known.value()->replyTo;
        found.sentAt = known.value()->sentAt;
    }
    const auto saved =
        run(connection,
            QStringLiteral("INSERT INTO review_case (subject, siren, reference, seen_at, content) "
                           "VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject, siren) DO UPDATE SET "
                           "seen_at = excluded.seen_at, content = excluded.content"),
            {found.subject, found.siren, found.reference, toSql(found.seenAt), sealedContent(found)});
    return saved ? Outcome<ReviewCase>(found) : Outcome<ReviewCase>(saved.failure());
}

Outcome<std::optional<ReviewCase>> ReviewCaseStore::find(QSqlDatabase& connection,
                                                         const QString& reference) const
{
    return select(connection, QStringLiteral("reference = ?"), {reference});
}

Outcome<Done> ReviewCaseStore::noteSent(QSqlDatabase& connection, const ReviewCase& sent) const
{
    return run(connection,
               QStringLiteral("UPDATE review_case SET sent_at = ?, content = ? WHERE reference = ?"),
               {toSql(sent.sentAt), sealedContent(sent), sent.reference});
}

Outcome<Done> ReviewCaseStore::remove(QSqlDatabase& connection, const QString& subject, const QString& siren)
{
    return run(connection, QStringLiteral("DELETE FROM review_case WHERE subject = ? AND siren = ?"),
               {subject, siren});
}

Outcome<Done> ReviewCaseStore::removeSeenBefore(QSqlDatabase& connection, const QDateTime& instant)
{
    return run(connection, QStringLiteral("DELETE FROM review_case WHERE seen_at < ?"), {toSql(instant)});
}

Outcome<std::optional<ReviewCase>> ReviewCaseStore::select(QSqlDatabase& connection, const QString& condition,
                                                           const QVariantList& values) const
{
    auto rows =
        runQuery(connection,
                 QStringLiteral(
                     "SELECT reference, subject, siren, seen_at, sent_at, content FROM review_case WHERE ") +
                     condition,
                 values);
    if (!rows) {
        return rows.failure();
    }
    const QSqlQuery& row = rows.value();
    if (!rows.value().next()) {
        return std::optional<ReviewCase>();
    }
    const auto content = openedJson(m_keys, row.value(5).toString(), context);
    if (!content) {
        return content.failure();
    }
    ReviewCase file;
    file.reference = row.value(0).toString();
    file.subject = row.value(1).toString();
    file.siren = row.value(2).toString();
    file.seenAt = instantFromSql(row.value(3).toString());
    file.sentAt = instantFromSql(row.value(4).toString());
    file.source = registrySourceFrom(content.value().value(QLatin1String("register")).toString());
    const QJsonArray reasons = content.value().value(QLatin1String("reasons")).toArray();
    for (const auto& reason : reasons) {
        file.reasons.append(reason.toString());
    }
    file.replyTo = content.value().value(QLatin1String("replyTo")).toString();
    return std::optional(std::move(file));
}

} // namespace proconnect::service
