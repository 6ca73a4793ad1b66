// SPDX-License-Identifier: MIT
#include "service/contact_email/ContactEmailStore.h"

#include "core/protocol/ModelJson.h"
#include "service/journal/CompanyCursor.h"
#include "service/records/SealedJson.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QVariant>

namespace proconnect::service {
namespace {

const QByteArray context = QByteArrayLiteral("contact_email");

} // namespace

Outcome<ContactEmail> ContactEmailStore::of(QSqlDatabase& connection, const QString& siren)
{
    auto rows =
        runQuery(connection, QStringLiteral("SELECT content FROM contact_email WHERE siren = ?"), {siren});
    if (!rows) {
        return rows.failure();
    }
    if (!rows.value().next()) {
        return ContactEmail{};
    }
    const auto content = openedJson(m_keys, rows.value().value(0).toString(), context);
    if (!content) {
        return content.failure();
    }
    return fromJson<ContactEmail>(content.value(), FailureCode::StorageUnreadable);
}

Outcome<Done> ContactEmailStore::save(QSqlDatabase& connection, const QString& siren,
                                      const ContactEmail& email)
{
    const auto query = runQuery(
        connection,
        QStringLiteral("INSERT INTO contact_email (siren, state, pending_state, changed_at, content) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (siren) DO UPDATE SET state = excluded.state, "
                       "pending_state = excluded.pending_state, changed_at = excluded.changed_at, "
                       "content = excluded.content"),
        {siren, wireName(email.state), wireName(email.pendingState),
         email.changedAt ? QVariant(toSql(*email.changedAt)) : QVariant(),
         sealedJson(m_keys, toJson(email), context)});
    if (!query) {
        return query.failure();
    }
    const auto cursor = advanceCursor(connection, siren);
    return cursor ? Outcome<Done>(Done{}) : Outcome<Done>(cursor.failure());
}

} // namespace proconnect::service
