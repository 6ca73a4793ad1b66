// SPDX-License-Identifier: MIT
#include "service/sessions/SessionStore.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "core/model/DeviceSession.h"
#include "service/sessions/IdentityJson.h"
#include "service/sessions/PivotFingerprint.h"
#include "service/storage/SqlInstant.h"

#include <QJsonDocument>
#include <QUuid>

namespace proconnect::service {
namespace {

constexpr int tokenBytes = 32;
/// Stands for the successor of a token whose answer got lost and was asked for again.
const QString lostSuccessor = QStringLiteral("lost");

QByteArray freshToken()
{
    return base64url::encode(randomBytes(tokenBytes));
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Runs `sql` and gives how many rows it touched.
Outcome<int> change(QSqlDatabase& connection, const QString& sql, const QVariantList& values)
{
    const auto run = runQuery(connection, sql, values);
    return run ? Outcome<int>(run.value().numRowsAffected()) : run.failure();
}

Outcome<Done> changeAll(QSqlDatabase& connection, const QList<std::pair<QString, QVariantList>>& statements)
{
    for (const auto& [sql, values] : statements) {
        if (const auto run = runQuery(connection, sql, values); !run) {
            return run.failure();
        }
    }
    return Done{};
}

} // namespace

Failure endedSession(const QString& reason)
{
    return {FailureCode::SessionEnded, {}, reason == endedElsewhere ? reason : QString()};
}

QByteArray sessionContext(const QString& sessionId, const char* what)
{
    return QByteArray("session:") + what + ':' + sessionId.toLatin1();
}

QString SessionStore::sealed(const QByteArray& plain, const QString& sessionId, const char* what) const
{
    return QString::fromLatin1(m_keys.seal(plain, sessionContext(sessionId, what)).toBase64());
}

Outcome<QByteArray> SessionStore::opened(const QString& text, const QString& sessionId,
                                         const char* what) const
{
    return m_keys.open(QByteArray::fromBase64(text.toLatin1()), sessionContext(sessionId, what));
}

Outcome<TokenGrant> SessionStore::open(QSqlDatabase& connection, const SignInResult& person,
                                       const DeviceKey& device)
{
    const QDateTime now = m_clock.now();
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray name = compact(
        {{QStringLiteral("given"), person.name.given}, {QStringLiteral("family"), person.name.family}});
    const auto done = changeAll(
        connection,
        {{QStringLiteral("UPDATE sessions SET ended_at = ?, end_reason = 'replaced', id_token_sealed = NULL, "
                         "pivot_sealed = NULL WHERE device_thumbprint = ? AND ended_at IS NULL"),
          {toSql(now), device.thumbprint}},
         {QStringLiteral(
              "INSERT INTO sessions (id, subject, name_sealed, device_key, device_thumbprint, signed_in_at, "
              "assurance, created_at, last_used_at, expires_at, id_token_sealed, pivot_sealed, pivot_until, "
              "provider, pivot_print, device_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
              "?)"),
          {id, person.subject, sealed(name, id, "name"), QString::fromUtf8(compact(device.publicKey)),
           device.thumbprint, toSql(person.signedInAt), person.assurance, toSql(now), toSql(now),
           toSql(now.addSecs(refreshSeconds)), sealed(person.idToken, id, "id_token"),
           sealed(compact(identityToJson(person.identity)), id, "pivot"), toSql(now.addSecs(pivotSeconds)),
           person.provider, pivotFingerprint(m_keys, person.identity),
           device.name.isEmpty() ? QString() : sealed(device.name.toUtf8(), id, "device")}}});
    if (!done) {
        return done.failure();
    }
    return issue(connection, id, {});
}

Outcome<TokenGrant> SessionStore::issue(QSqlDatabase& connection, const QString& sessionId,
                                        const QString& replacedHash)
{
    const QDateTime now = m_clock.now();
    const QByteArray access = freshToken();
    const QByteArray refresh = freshToken();
    const QString refreshHash = QString::fromLatin1(m_keys.fingerprint(refresh, "refresh-token"));
    const QDateTime expiry = now.addSecs(refreshSeconds);
    const auto done = changeAll(
        connection,
        {{QStringLiteral("INSERT INTO access_tokens (hash, session_id, expires_at) VALUES (?, ?, ?)"),
          {QString::fromLatin1(m_keys.fingerprint(access, "access-token")), sessionId,
           toSql(now.addSecs(accessSeconds))}},
         {QStringLiteral(
              "INSERT INTO refresh_tokens (hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)"),
          {refreshHash, sessionId, toSql(now), toSql(expiry)}},
         {QStringLiteral(
              "UPDATE refresh_tokens SET used_at = COALESCE(used_at, ?), successor_hash = ? WHERE hash = ?"),
          {toSql(now), refreshHash, replacedHash}},
         {QStringLiteral("UPDATE sessions SET last_used_at = ?, expires_at = ? WHERE id = ?"),
          {toSql(now), toSql(expiry), sessionId}},
         {QStringLiteral(
              "INSERT INTO person_use (subject, seen_at) SELECT subject, ? FROM sessions WHERE id = ? ON "
              "CONFLICT (subject) DO UPDATE SET seen_at = excluded.seen_at, warned_at = NULL WHERE "
              "person_use.seen_at < ?"),
          {toSql(now), sessionId, toSql(now.addDays(-1))}}});
    if (!done) {
        return done.failure();
    }
    return TokenGrant{QString::fromLatin1(access), QStringLiteral("DPoP"), accessSeconds,
                      QString::fromLatin1(refresh), refreshSeconds};
}

Outcome<TokenGrant> SessionStore::refresh(const QByteArray& refreshToken, const QString& deviceThumbprint)
{
    const QString hash = QString::fromLatin1(m_keys.fingerprint(refreshToken, "refresh-token"));
    bool stolen = false;
    auto result = m_database.write<TokenGrant>(
        [&](QSqlDatabase& connection) { return rotate(connection, hash, deviceThumbprint, stolen); });
    if (!stolen) {
        return result;
    }
    // A transaction of its own: the failed one left nothing behind.
    const auto closed = m_database.write<int>([&](QSqlDatabase& connection) {
        return change(
            connection,
            QStringLiteral("UPDATE sessions SET ended_at = ?, end_reason = 'token used twice', "
                           "id_token_sealed = NULL, pivot_sealed = NULL WHERE ended_at IS NULL AND id = "
                           "(SELECT session_id FROM refresh_tokens WHERE hash = ?)"),
            {toSql(m_clock.now()), hash});
    });
    return closed ? endedSession() : closed.failure();
}

Outcome<TokenGrant> SessionStore::rotate(QSqlDatabase& connection, const QString& hash,
                                         const QString& deviceThumbprint, bool& stolen)
{
    stolen = false;
    auto found = runQuery(
        connection,
        QStringLiteral("SELECT r.session_id, r.expires_at, r.used_at, r.successor_hash, s.device_thumbprint, "
                       "s.ended_at, s.end_reason, "
                       "(SELECT n.used_at FROM refresh_tokens n WHERE n.hash = r.successor_hash) "
                       "FROM refresh_tokens r JOIN sessions s ON s.id = r.session_id WHERE r.hash = ?"),
        {hash});
    if (!found) {
        return found.failure();
    }
    QSqlQuery& row = found.value();
    if (!row.next()) {
        return endedSession();
    }
    const QDateTime now = m_clock.now();
    const QString sessionId = row.value(0).toString();
    const QString usedAt = row.value(2).toString();
    const QString successor = row.value(3).toString();
    const bool successorUsed = !row.value(7).toString().isEmpty();
    if (row.value(4).toString() != deviceThumbprint) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("refresh token of another device"), {}};
    }
    if (!row.value(5).toString().isEmpty()) {
        return endedSession(row.value(6).toString());
    }
    if (instantFromSql(row.value(1).toString()) <= now) {
        return endedSession();
    }
    if (!usedAt.isEmpty()) {
        stolen =
            successor == lostSuccessor || successorUsed || instantFromSql(usedAt).secsTo(now) > retrySeconds;
        if (stolen) {
            return endedSession();
        }
        row.finish();
        // Kept as used: should it turn up after all, the answer was not lost but read by two.
        const auto lost =
            change(connection,
                   QStringLiteral("UPDATE refresh_tokens SET used_at = ?, successor_hash = ? WHERE hash = ?"),
                   {toSql(now), lostSuccessor, successor});
        if (!lost) {
            return lost.failure();
        }
    }
    row.finish();
    return issue(connection, sessionId, hash);
}

Outcome<Done> SessionStore::requireOpen(QSqlDatabase& connection, const SignedInPerson& person)
{
    const auto found =
        readRow(connection,
                QStringLiteral(
                    "SELECT (SELECT COUNT(*) FROM sessions WHERE subject = ? AND device_thumbprint = ? AND "
                    "ended_at IS NULL), (SELECT end_reason FROM sessions WHERE id = ?)"),
                {person.subject, person.deviceThumbprint, person.sessionId});
    if (!found) {
        return found.failure();
    }
    return found.value()->at(0).toInt() > 0 ? Outcome<Done>(Done{})
                                            : endedSession(found.value()->at(1).toString());
}

Outcome<FranceConnectIdentity> SessionStore::pivot(const QString& sessionId)
{
    return m_database.read<FranceConnectIdentity>(
        [&](QSqlDatabase& connection) -> Outcome<FranceConnectIdentity> {
            auto found = runQuery(
                connection, QStringLiteral("SELECT pivot_sealed, pivot_until FROM sessions WHERE id = ?"),
                {sessionId});
            if (!found) {
                return found.failure();
            }
            const bool kept = found.value().next() && !found.value().value(0).toString().isEmpty() &&
                              instantFromSql(found.value().value(1).toString()) > m_clock.now();
            if (!kept) {
                return Failure{FailureCode::SignInTooOld, {}, {}};
            }
            const auto plain = opened(found.value().value(0).toString(), sessionId, "pivot");
            return plain ? Outcome<FranceConnectIdentity>(identityFromJson(object(plain.value())))
                         : plain.failure();
        });
}

Outcome<std::optional<RecentIdentity>> SessionStore::recentIdentity(const QString& subject)
{
    using Kept = std::optional<RecentIdentity>;
    return m_database.read<Kept>([&](QSqlDatabase& connection) -> Outcome<Kept> {
        auto found = runQuery(connection,
                              QStringLiteral("SELECT id, pivot_sealed, signed_in_at FROM sessions WHERE "
                                             "subject = ? AND ended_at IS NULL AND pivot_sealed IS NOT NULL "
                                             "AND pivot_until > ? ORDER BY signed_in_at DESC LIMIT 1"),
                              {subject, toSql(m_clock.now())});
        if (!found) {
            return found.failure();
        }
        const QSqlQuery& row = found.value();
        if (!found.value().next()) {
            return Kept();
        }
        const auto plain = opened(row.value(1).toString(), row.value(0).toString(), "pivot");
        if (!plain) {
            return plain.failure();
        }
        return Kept(
            RecentIdentity{identityFromJson(object(plain.value())), instantFromSql(row.value(2).toString())});
    });
}

Outcome<Done> SessionStore::forgetIdentity(QSqlDatabase& connection, const QString& subject)
{
    return changeAll(connection,
                     {{QStringLiteral("UPDATE sessions SET pivot_sealed = NULL WHERE subject = ? AND "
                                      "pivot_sealed IS NOT NULL"),
                       {subject}}});
}

Outcome<EndedSession> SessionStore::end(const QString& sessionId, const QString& reason)
{
    return m_database.write<EndedSession>([&](QSqlDatabase& connection) -> Outcome<EndedSession> {
        auto found = runQuery(connection,
                              QStringLiteral("SELECT id_token_sealed, provider FROM sessions WHERE id = ?"),
                              {sessionId});
        if (!found) {
            return found.failure();
        }
        const bool known = found.value().next();
        const QString kept = known ? found.value().value(0).toString() : QString();
        const QString provider = known ? found.value().value(1).toString() : QString();
        found.value().finish();
        const auto closed =
            change(connection,
                   QStringLiteral("UPDATE sessions SET ended_at = ?, end_reason = ?, id_token_sealed = "
                                  "NULL, pivot_sealed = NULL WHERE id = ? AND ended_at IS NULL"),
                   {toSql(m_clock.now()), reason, sessionId});
        if (!closed) {
            return closed.failure();
        }
        if (kept.isEmpty()) {
            return EndedSession{{}, provider};
        }
        const auto idToken = opened(kept, sessionId, "id_token");
        return idToken ? Outcome<EndedSession>(EndedSession{idToken.value(), provider}) : idToken.failure();
    });
}

Outcome<Done> SessionStore::forgetOld()
{
    // An ended session is kept a day, so that its device learns why it ended; as long as its refresh token,
    // when a device may be lost: however late it calls, it is told to erase what it keeps.
    constexpr int endedKeptSeconds = 24 * 3600;
    const QString now = toSql(m_clock.now());
    const QString dayAgo = toSql(m_clock.now().addSecs(-endedKeptSeconds));
    return m_database.write<Done>([&](QSqlDatabase& connection) {
        return changeAll(connection,
                         {{QStringLiteral("UPDATE sessions SET pivot_sealed = NULL WHERE pivot_sealed IS NOT "
                                          "NULL AND pivot_until < ?"),
                           {now}},
                          {QStringLiteral("DELETE FROM access_tokens WHERE expires_at < ?"), {dayAgo}},
                          {QStringLiteral("DELETE FROM refresh_tokens WHERE expires_at < ?"), {now}},
                          {QStringLiteral("DELETE FROM sessions WHERE expires_at < ? OR (ended_at < ? AND "
                                          "end_reason <> ?)"),
                           {dayAgo, dayAgo, endedElsewhere}}});
    });
}

} // namespace proconnect::service
