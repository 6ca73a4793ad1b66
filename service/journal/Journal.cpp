// SPDX-License-Identifier: MIT
#include "service/journal/Journal.h"

#include "service/journal/CompanyCursor.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonObject>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("journal_line");

} // namespace

Outcome<Done> Journal::add(QSqlDatabase& connection, const QString& siren, JournalLine line) const
{
    const auto cursor = advanceCursor(connection, siren);
    if (!cursor) {
        return cursor.failure();
    }
    const QJsonObject content{{QStringLiteral("at"), toSql(line.at)},
                              {QStringLiteral("kind"), line.kind},
                              {QStringLiteral("person"), line.person},
                              {QStringLiteral("actor"), line.actor},
                              {QStringLiteral("portal"), line.portal}};
    const auto query = runQuery(
        connection,
        QStringLiteral("INSERT INTO journal_line (siren, sequence, content, written_at) VALUES (?, ?, ?, ?)"),
        {siren, cursor.value(), sealedJson(m_keys, content, context),
         line.at.isValid() ? toSql(line.at) : QStringLiteral("")});
    if (!query) {
        return query.failure();
    }
    return Done{};
}

Outcome<QList<JournalLine>> Journal::latest(QSqlDatabase& connection, const QString& siren, int count) const
{
    auto query = runQuery(connection,
                          QStringLiteral("SELECT sequence, content FROM journal_line WHERE siren = ? "
                                         "ORDER BY sequence DESC LIMIT ?"),
                          {siren, count});
    if (!query) {
        return query.failure();
    }
    QList<JournalLine> lines;
    while (query.value().next()) {
        const auto content = openedJson(m_keys, query.value().value(1).toString(), context);
        if (!content) {
            return content.failure();
        }
        const QJsonObject& json = content.value();
        lines.append({query.value().value(0).toLongLong(),
                      instantFromSql(json[QStringLiteral("at")].toString()),
                      json[QStringLiteral("kind")].toString(), json[QStringLiteral("person")].toString(),
                      json[QStringLiteral("actor")].toString(), json[QStringLiteral("portal")].toString()});
    }
    return lines;
}

} // namespace proconnect::service
