// SPDX-License-Identifier: MIT
#include "service/sessions/SessionList.h"

#include "service/storage/SqlInstant.h"

namespace proconnect::service {

Outcome<DeviceSessions> SessionList::of(const SignedInPerson& person)
{
    return m_database.read<DeviceSessions>([&](QSqlDatabase& connection) -> Outcome<DeviceSessions> {
        auto rows =
            runQuery(connection,
                     QStringLiteral("SELECT id, device_sealed, signed_in_at, last_used_at FROM sessions "
                                    "WHERE subject = ? AND ended_at IS NULL AND expires_at > ? "
                                    "ORDER BY last_used_at DESC, id LIMIT 1000"),
                     {person.subject, toSql(m_clock.now())});
        if (!rows) {
            return rows.failure();
        }
        DeviceSessions list;
        QSqlQuery& row = rows.value();
        while (row.next()) {
            DeviceSession session;
            session.id = row.value(0).toString();
            const QByteArray sealed = QByteArray::fromBase64(row.value(1).toString().toLatin1());
            if (!sealed.isEmpty()) {
                const auto name = m_keys.open(sealed, sessionContext(session.id, "device"));
                if (!name) {
                    return name.failure();
                }
                session.device = QString::fromUtf8(name.value());
            }
            session.signedInAt = instantFromSql(row.value(2).toString());
            session.lastUsedAt = instantFromSql(row.value(3).toString());
            session.current = session.id == person.sessionId;
            list.sessions.append(session);
        }
        return list;
    });
}

Outcome<Done> SessionList::end(const SignedInPerson& person, const QString& id)
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        // By its device: a newer sign-in there may have replaced the session since it was listed.
        const auto ended =
            runQuery(connection,
                     QStringLiteral(
                         "UPDATE sessions SET ended_at = ?, end_reason = ?, id_token_sealed = NULL, "
                         "pivot_sealed = NULL WHERE subject = ? AND ended_at IS NULL AND device_thumbprint = "
                         "(SELECT device_thumbprint FROM sessions WHERE id = ? AND subject = ?)"),
                     {toSql(m_clock.now()), endedElsewhere, person.subject, id, person.subject});
        if (!ended) {
            return ended.failure();
        }
        return ended.value().numRowsAffected() > 0
                   ? Outcome<Done>(Done{})
                   : Failure{FailureCode::NotFound, QStringLiteral("no such session"), {}};
    });
}

} // namespace proconnect::service
