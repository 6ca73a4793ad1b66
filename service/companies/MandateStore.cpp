// SPDX-License-Identifier: MIT
#include "service/companies/MandateStore.h"

#include "core/protocol/ModelJson.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

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

RegistrySource sourceFrom(const QString& text)
{
    for (const RegistrySource source : {RegistrySource::Sirene, RegistrySource::Rne}) {
        if (text == wireName(source)) {
            return source;
        }
    }
    return RegistrySource::Rcs;
}

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

} // namespace

Outcome<Done> MandateStore::save(QSqlDatabase& connection, const MandateRecord& record) const
{
    const Mandate& mandate = record.mandate;
    const QJsonObject content{{QStringLiteral("function"), mandate.function}};
    const auto query = runQuery(
        connection,
        QStringLiteral(
            "INSERT INTO mandate (subject, siren, state, source, attached_at, verified_at, ended_at, "
            "exact_print, name_print, birth_print, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (subject, siren) DO UPDATE SET state = excluded.state, "
            "source = excluded.source, attached_at = excluded.attached_at, "
            "verified_at = excluded.verified_at, ended_at = excluded.ended_at, "
            "exact_print = excluded.exact_print, name_print = excluded.name_print, "
            "birth_print = excluded.birth_print, content = excluded.content"),
        {mandate.subject, mandate.siren, stateText(record.state), wireName(mandate.source),
         toSql(record.attachedAt), toSql(mandate.verifiedAt),
         record.endedAt.isValid() ? QVariant(toSql(record.endedAt)) : QVariant(), record.prints.exact,
         record.prints.name, record.prints.birth, sealedJson(m_keys, content, context)});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

Outcome<std::optional<MandateRecord>> MandateStore::find(QSqlDatabase& connection, const QString& subject,
                                                         const QString& siren) const
{
    auto records = select(connection, QStringLiteral("subject = ? AND siren = ?"), {subject, siren});
    if (!records) {
        return records.failure();
    }
    return records.value().isEmpty() ? std::nullopt : std::optional(records.value().constFirst());
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

Outcome<QList<MandateRecord>> MandateStore::select(QSqlDatabase& connection, const QString& condition,
                                                   const QVariantList& values) const
{
    auto rows =
        runQuery(connection,
                 QStringLiteral("SELECT subject, siren, state, source, attached_at, verified_at, "
                                "ended_at, exact_print, name_print, birth_print, content FROM mandate "
                                "WHERE ") +
                     condition,
                 values);
    if (!rows) {
        return rows.failure();
    }
    QList<MandateRecord> records;
    QSqlQuery& row = rows.value();
    while (row.next()) {
        const auto content = openedJson(m_keys, row.value(10).toString(), context);
        if (!content) {
            return content.failure();
        }
        MandateRecord record;
        record.mandate = {row.value(0).toString(), row.value(1).toString(),
                          content.value().value(QLatin1String("function")).toString(),
                          sourceFrom(row.value(3).toString()), instantFromSql(row.value(5).toString())};
        record.state = stateFrom(row.value(2).toString());
        record.attachedAt = instantFromSql(row.value(4).toString());
        record.endedAt = instantFromSql(row.value(6).toString());
        record.prints = {row.value(7).toString(), row.value(8).toString(), row.value(9).toString()};
        records.append(std::move(record));
    }
    return records;
}

} // namespace proconnect::service
