// SPDX-License-Identifier: MIT
#include "service/identity/SignOutTickets.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "service/storage/SqlInstant.h"

namespace proconnect::service {
namespace {

constexpr int lifeSeconds = 300;
constexpr int ticketBytes = 32;

} // namespace

Outcome<QByteArray> SignOutTickets::issue(const EndedSession& session)
{
    const QByteArray ticket = base64url::encode(randomBytes(ticketBytes));
    const QByteArray hash = m_keys.fingerprint(ticket, "sign-out-ticket");
    return m_database.write<QByteArray>([&](QSqlDatabase& connection) -> Outcome<QByteArray> {
        const auto inserted =
            runQuery(connection,
                     QStringLiteral(
                         "INSERT INTO sign_out_tickets (hash, expires_at, id_token_sealed, provider) VALUES "
                         "(?, ?, ?, ?)"),
                     {QString::fromLatin1(hash), toSql(m_clock.now().addSecs(lifeSeconds)),
                      QString::fromLatin1(m_keys.seal(session.idToken, "sign-out:" + hash).toBase64()),
                      session.provider});
        return inserted ? Outcome<QByteArray>(ticket) : inserted.failure();
    });
}

Outcome<EndedSession> SignOutTickets::take(const QByteArray& ticket)
{
    const QByteArray hash = m_keys.fingerprint(ticket, "sign-out-ticket");
    return m_database.write<EndedSession>([&](QSqlDatabase& connection) -> Outcome<EndedSession> {
        auto found =
            runQuery(connection,
                     QStringLiteral(
                         "SELECT id_token_sealed, expires_at, provider FROM sign_out_tickets WHERE hash = ?"),
                     {QString::fromLatin1(hash)});
        if (!found) {
            return found.failure();
        }
        if (!found.value().next() || instantFromSql(found.value().value(1).toString()) <= m_clock.now()) {
            return Failure{FailureCode::NotFound, {}, {}};
        }
        const QByteArray sealed = QByteArray::fromBase64(found.value().value(0).toString().toLatin1());
        const QString provider = found.value().value(2).toString();
        found.value().finish();
        const auto deleted =
            runQuery(connection, QStringLiteral("DELETE FROM sign_out_tickets WHERE hash = ?"),
                     {QString::fromLatin1(hash)});
        if (!deleted) {
            return deleted.failure();
        }
        const auto idToken = m_keys.open(sealed, "sign-out:" + hash);
        return idToken ? Outcome<EndedSession>(EndedSession{idToken.value(), provider}) : idToken.failure();
    });
}

Outcome<Done> SignOutTickets::forgetOld()
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto deleted =
            runQuery(connection, QStringLiteral("DELETE FROM sign_out_tickets WHERE expires_at < ?"),
                     {toSql(m_clock.now())});
        return deleted ? Outcome<Done>(Done{}) : deleted.failure();
    });
}

} // namespace proconnect::service
