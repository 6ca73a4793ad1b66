// SPDX-License-Identifier: MIT
#include "service/companies/MandateStore.h"

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

const QByteArray context = QByteArrayLiteral("mandate");

QString stateText(MandateState state)
{
    switch (state) {
    case MandateState::Held:
        return QStringLiteral("held");
    case MandateState::ToConfirm:
        return QStringLiteral("toConfirm");
    case MandateState::Ended:
        break;
    }
    return QStringLiteral("ended");
}

MandateState stateFrom(const QString& text)
{
    // An unknown word must not open anything.
    return text == u"held"        ? MandateState::Held
           : text == u"toConfirm" ? MandateState::ToConfirm
                                  : MandateState::Ended;
}

QString endText(MandateEnd end)
{
    return end == MandateEnd::CompanyClosed ? QStringLiteral("companyClosed") : QStringLiteral("notListed");
}

MandateEnd endFrom(const QString& text)
{
    return text == u"companyClosed" ? MandateEnd::CompanyClosed : MandateEnd::NotListed;
}

QStringList textsOf(const QJsonValue& list)
{
    QStringList result;
    for (const auto& item : list.toArray()) {
        result.append(item.toString());
    }
    return result;
}

/// Whose proof is old and whose last look at the registers too.
const QString dueCondition = QStringLiteral("state <> 'ended' AND verified_at < ? AND tried_at < ?");

Outcome<QStringList> texts(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    auto rows = runQuery(connection, sql, values);
    if (!rows) {
        return rows.failure();
    }
    QStringList result;
    while (rows.value().next()) {
        result.append(rows.value().value(0).toString());
    }
    return result;
}

const QString selection =
    QStringLiteral("SELECT subject, siren, state, source, attached_at, verified_at, ended_at, exact_print, "
                   "name_print, birth_print, content, tried_at FROM mandate WHERE ");

/// `row`: of `selection`.
template <typename Row>
Outcome<MandateRecord> recordOf(const ServiceKeys& keys, const Row& row)
{
    const auto content = openedJson(keys, row.value(10).toString(), context);
    if (!content) {
        return content.failure();
    }
    MandateRecord record;
    record.mandate = {row.value(0).toString(), row.value(1).toString(),
                      content.value().value(QLatin1String("function")).toString(),
                      registrySourceFrom(row.value(3).toString()), instantFromSql(row.value(5).toString())};
    record.state = stateFrom(row.value(2).toString());
    record.attachedAt = instantFromSql(row.value(4).toString());
    record.endedAt = instantFromSql(row.value(6).toString());
    record.triedAt = instantFromSql(row.value(11).toString());
    record.end = endFrom(content.value().value(QLatin1String("end")).toString());
    record.review = content.value().value(QLatin1String("review")).toString();
    record.triedSignIn = instantFromSql(content.value().value(QLatin1String("triedSignIn")).toString());
    record.prints = {row.value(7).toString(),
                     row.value(8).toString(),
                     row.value(9).toString(),
                     textsOf(content.value().value(QLatin1String("family"))),
                     content.value().value(QLatin1String("given")).toString(),
                     textsOf(content.value().value(QLatin1String("dates")))};
    return record;
}

} // namespace

Outcome<Done> MandateStore::save(QSqlDatabase& connection, const MandateRecord& record) const
{
    const Mandate& mandate = record.mandate;
    const QJsonObject content{{QStringLiteral("function"), mandate.function},
                              {QStringLiteral("end"), endText(record.end)},
                              {QStringLiteral("review"), record.review},
                              {QStringLiteral("family"), QJsonArray::fromStringList(record.prints.family)},
                              {QStringLiteral("given"), record.prints.given},
                              {QStringLiteral("dates"), QJsonArray::fromStringList(record.prints.dates)},
                              {QStringLiteral("triedSignIn"),
                               record.triedSignIn.isValid() ? toSql(record.triedSignIn) : QString()}};
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO mandate (subject, siren, state, source, attached_at, verified_at, ended_at, "
            "tried_at, exact_print, name_print, birth_print, content) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (subject, siren) DO UPDATE SET state = excluded.state, "
            "source = excluded.source, attached_at = excluded.attached_at, "
            "verified_at = excluded.verified_at, ended_at = excluded.ended_at, "
            "tried_at = excluded.tried_at, "
            "exact_print = excluded.exact_print, name_print = excluded.name_print, "
            "birth_print = excluded.birth_print, content = excluded.content"),
        {mandate.subject, mandate.siren, stateText(record.state), wireName(mandate.source),
         toSql(record.attachedAt), toSql(mandate.verifiedAt),
         record.endedAt.isValid() ? QVariant(toSql(record.endedAt)) : QVariant(),
         record.triedAt.isValid() ? toSql(record.triedAt) : QStringLiteral(""), record.prints.exact,
         record.prints.name, record.prints.birth, sealedJson(m_keys, content, context)});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

Outcome<std::optional<MandateRecord>> MandateStore::find(QSqlDatabase& connection, const QString& subject,
                                                         const QString& siren) const
{
    using Found = std::optional<MandateRecord>;
    const auto row =
        readRow(connection, selection + QStringLiteral("subject = ? AND siren = ?"), {subject, siren});
    if (!row) {
        return row.failure();
    }
    if (!row.value()) {
        return Found();
    }
    auto record = recordOf(m_keys, *row.value());
    return record ? Outcome<Found>(std::move(record).value()) : record.failure();
}

Outcome<QList<MandateRecord>> MandateStore::ofSubject(QSqlDatabase& connection, const QString& subject) const
{
    return select(connection, QStringLiteral("subject = ?"), {subject});
}

Outcome<QStringList> MandateStore::holders(QSqlDatabase& connection, const QString& siren) const
{
    return texts(
        connection,
        QStringLiteral("SELECT subject FROM mandate WHERE siren = ? AND state = 'held' ORDER BY subject"),
        {siren});
}

Outcome<QStringList> MandateStore::heldSirens(QSqlDatabase& connection) const
{
    return texts(connection,
                 QStringLiteral("SELECT DISTINCT siren FROM mandate WHERE state = 'held' ORDER BY siren"),
                 {});
}

Outcome<QList<MandateRecord>> MandateStore::unended(QSqlDatabase& connection, const QString& siren) const
{
    return select(connection, QStringLiteral("siren = ? AND state <> 'ended' ORDER BY subject"), {siren});
}

Outcome<int> MandateStore::countEnded(QSqlDatabase& connection, const QString& siren,
                                      const QDateTime& since) const
{
    auto rows = runQuery(
        connection,
        QStringLiteral("SELECT COUNT(*) FROM mandate WHERE siren = ? AND state = 'ended' AND ended_at > ?"),
        {siren, toSql(since)});
    if (!rows) {
        return rows.failure();
    }
    return rows.value().next() ? rows.value().value(0).toInt() : 0;
}

Outcome<QStringList> MandateStore::dueSirens(QSqlDatabase& connection, const QDateTime& provenBefore,
                                             const QDateTime& triedSince, int most) const
{
    return texts(
        connection,
        QStringLiteral("SELECT siren FROM mandate WHERE ") + dueCondition +
            QStringLiteral(" GROUP BY siren ORDER BY MIN(tried_at), MIN(verified_at), siren LIMIT ?"),
        {toSql(provenBefore), toSql(triedSince), most});
}

Outcome<int> MandateStore::dueCount(QSqlDatabase& connection, const QDateTime& provenBefore,
                                    const QDateTime& triedSince) const
{
    auto rows = runQuery(connection,
                         QStringLiteral("SELECT COUNT(DISTINCT siren) FROM mandate WHERE ") + dueCondition,
                         {toSql(provenBefore), toSql(triedSince)});
    if (!rows) {
        return rows.failure();
    }
    return rows.value().next() ? rows.value().value(0).toInt() : 0;
}

Outcome<bool> MandateStore::claimTrial(QSqlDatabase& connection, const QString& siren,
                                       const QDateTime& triedSince, const QDateTime& now) const
{
    const auto noted =
        runQuery(connection,
                 QStringLiteral(
                     "UPDATE mandate SET tried_at = ? WHERE siren = ? AND state <> 'ended' AND tried_at < ?"),
                 {toSql(now), siren, toSql(triedSince)});
    if (!noted) {
        return noted.failure();
    }
    return noted.value().numRowsAffected() > 0;
}

Outcome<QList<MandateRecord>> MandateStore::select(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const
{
    auto rows = runQuery(connection, selection + condition, values);
    if (!rows) {
        return rows.failure();
    }
    QList<MandateRecord> records;
    while (rows.value().next()) {
        auto record = recordOf(m_keys, rows.value());
        if (!record) {
            return record.failure();
        }
        records.append(std::move(record).value());
    }
    return records;
}

} // namespace proconnect::service
