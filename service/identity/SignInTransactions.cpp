// SPDX-License-Identifier: MIT
#include "service/identity/SignInTransactions.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "service/identity/SignInResultJson.h"
#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>
#include <QUuid>

#include <algorithm>
#include <optional>
#include <utility>

namespace proconnect::service {
namespace {

constexpr int secretBytes = 32;
constexpr int mostOpen = 50'000;
constexpr qsizetype longestSecret = 256;

Failure refused(const char* why)
{
    return {FailureCode::SignInRefused, QLatin1String(why), {}};
}

Failure expired()
{
    return {FailureCode::SignInExpired, {}, {}};
}

QByteArray freshSecret()
{
    return base64url::encode(randomBytes(secretBytes));
}

bool isSha256(const QString& text)
{
    const auto bytes = base64url::decode(text.toLatin1());
    return bytes && bytes->size() == 32;
}

/// RFC 7636, 4.1.
bool isVerifier(const QByteArray& text)
{
    return text.size() >= 43 && text.size() <= 128 && std::all_of(text.cbegin(), text.cend(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == '_' || c == '~';
           });
}

std::optional<Failure> checkRequest(const SignInRequest& request)
{
    const bool loopback = request.returnTo == QLatin1String("loopback");
    const bool port = request.loopbackPort.has_value() && *request.loopbackPort >= 1024;
    if (!isSha256(request.codeChallenge) || request.codeChallengeMethod != QLatin1String("S256")) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("codeChallenge"), {}};
    }
    if (!isSha256(request.dpopJkt)) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("dpopJkt"), {}};
    }
    if ((!loopback && request.returnTo != QLatin1String("embedded")) ||
        loopback != request.loopbackPort.has_value() || (loopback && !port)) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("returnTo"), {}};
    }
    if (!request.strength.isEmpty() &&
        (request.strength != QLatin1String("highEffect") || request.expectedSubject.isEmpty())) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("strength"), {}};
    }
    return std::nullopt;
}

QString sealingContext(const QString& id)
{
    return QStringLiteral("sign-in:") + id;
}

QByteArray deviceContext(const QString& id)
{
    return "sign-in-device:" + id.toLatin1();
}

} // namespace

QString SignInTransactions::fingerprint(const QByteArray& value, const char* what) const
{
    return QString::fromLatin1(m_keys.fingerprint(value, QByteArray("sign-in-") + what));
}

Outcome<OpenedSignIn> SignInTransactions::open(const SignInRequest& request, const QString& provider)
{
    if (const auto failure = checkRequest(request)) {
        return *failure;
    }
    const QDateTime now = m_clock.now();
    const OpenedSignIn opened{QUuid::createUuid().toString(QUuid::WithoutBraces), freshSecret(),
                              now.addSecs(lifeSeconds)};
    // Outside the transaction: counting within it would set every opening against all others.
    const auto count = m_database.read<int>([&](QSqlDatabase& connection) -> Outcome<int> {
        auto rows = runQuery(connection,
                             QStringLiteral("SELECT count(*) FROM sign_in_transactions WHERE expires_at > ?"),
                             {toSql(now)});
        return rows && rows.value().next() ? Outcome<int>(rows.value().value(0).toInt())
                                           : Outcome<int>(rows ? Failure{} : rows.failure());
    });
    if (!count) {
        return count.failure();
    }
    if (count.value() >= mostOpen) {
        return Failure{FailureCode::TooManyRequests, QStringLiteral("too many sign-ins are open"), {}};
    }
    return m_database.write<OpenedSignIn>([&](QSqlDatabase& connection) -> Outcome<OpenedSignIn> {
        const auto inserted = runQuery(
            connection,
            QStringLiteral(
                "INSERT INTO sign_in_transactions (id, created_at, expires_at, stage, code_challenge, "
                "dpop_jkt, return_to, loopback_port, expected_subject, ticket_hash, provider, device_sealed) "
                "VALUES (?, ?, ?, 'opened', ?, ?, ?, ?, ?, ?, ?, ?)"),
            {opened.id, toSql(now), toSql(opened.expiresAt), request.codeChallenge, request.dpopJkt,
             request.returnTo,
             request.loopbackPort ? QVariant(*request.loopbackPort) : QVariant(QMetaType::fromType<int>()),
             request.expectedSubject, fingerprint(opened.ticket, "ticket"), provider,
             QString::fromLatin1(m_keys.seal(request.device.toUtf8(), deviceContext(opened.id)).toBase64())});
        return inserted ? Outcome<OpenedSignIn>(opened) : inserted.failure();
    });
}

Outcome<StartedSignIn> SignInTransactions::start(const QByteArray& ticket)
{
    const StartedSignIn fresh{
        {}, {}, freshSecret(), QString::fromLatin1(freshSecret()), QString::fromLatin1(freshSecret())};
    return m_database.write<StartedSignIn>([&](QSqlDatabase& connection) -> Outcome<StartedSignIn> {
        const QString hash = fingerprint(ticket, "ticket");
        const auto taken = runQuery(
            connection,
            QStringLiteral(
                "UPDATE sign_in_transactions SET stage = 'started', cookie_hash = ?, state_hash = ?, "
                "nonce_hash = ? WHERE ticket_hash = ? AND stage = 'opened' AND expires_at > ?"),
            {fingerprint(fresh.cookie, "cookie"), fingerprint(fresh.state.toLatin1(), "state"),
             fingerprint(fresh.nonce.toLatin1(), "nonce"), hash, toSql(m_clock.now())});
        if (!taken) {
            return taken.failure();
        }
        if (taken.value().numRowsAffected() != 1) {
            return expired();
        }
        auto row = runQuery(
            connection, QStringLiteral("SELECT id, provider FROM sign_in_transactions WHERE ticket_hash = ?"),
            {hash});
        if (!row || !row.value().next()) {
            return row ? expired() : row.failure();
        }
        StartedSignIn started = fresh;
        started.id = row.value().value(0).toString();
        started.provider = row.value().value(1).toString();
        return started;
    });
}

Outcome<SignInReturn>
SignInTransactions::takeReturn(const QString& state,
                               const std::function<QByteArray(const QString&)>& cookieOf)
{
    if (state.isEmpty() || state.size() > longestSecret) {
        return refused("no state");
    }
    return m_database.write<SignInReturn>([&](QSqlDatabase& connection) -> Outcome<SignInReturn> {
        auto found =
            runQuery(connection,
                     QStringLiteral(
                         "SELECT id, return_to, loopback_port, nonce_hash, cookie_hash, expires_at, provider "
                         "FROM sign_in_transactions WHERE state_hash = ? AND stage = 'started'"),
                     {fingerprint(state.toUtf8(), "state")});
        if (!found) {
            return found.failure();
        }
        QSqlQuery& row = found.value();
        if (!row.next()) {
            return refused("unknown or used state");
        }
        SignInReturn result;
        result.id = row.value(0).toString();
        result.loopback = row.value(1).toString() == QLatin1String("loopback");
        result.loopbackPort = row.value(2).toInt();
        result.nonceFingerprint = row.value(3).toString();
        result.expired = instantFromSql(row.value(5).toString()) <= m_clock.now();
        result.provider = row.value(6).toString();
        const QByteArray cookie = cookieOf(result.id);
        if (cookie.isEmpty() || fingerprint(cookie, "cookie") != row.value(4).toString()) {
            return refused("state of another browser");
        }
        row.finish();
        const auto taken = runQuery(
            connection, QStringLiteral("UPDATE sign_in_transactions SET stage = 'returned' WHERE id = ?"),
            {result.id});
        return taken ? Outcome<SignInReturn>(result) : taken.failure();
    });
}

bool SignInTransactions::isNonce(const QString& nonce, const QString& nonceFingerprint) const
{
    return nonce.size() <= longestSecret && fingerprint(nonce.toUtf8(), "nonce") == nonceFingerprint;
}

Outcome<SignInReturn> SignInTransactions::returnOf(const QString& id)
{
    return m_database.read<SignInReturn>([&](QSqlDatabase& connection) -> Outcome<SignInReturn> {
        auto row = runQuery(
            connection,
            QStringLiteral("SELECT return_to, loopback_port FROM sign_in_transactions WHERE id = ?"), {id});
        if (!row || !row.value().next()) {
            return row ? expired() : row.failure();
        }
        SignInReturn result;
        result.id = id;
        result.loopback = row.value().value(0).toString() == QLatin1String("loopback");
        result.loopbackPort = row.value().value(1).toInt();
        return result;
    });
}

Outcome<QByteArray> SignInTransactions::prove(const QString& id, const SignInResult& result)
{
    const QByteArray code = freshSecret();
    const QByteArray sealed = m_keys.seal(signInResultToJson(result), sealingContext(id).toLatin1());
    return m_database.write<QByteArray>([&](QSqlDatabase& connection) -> Outcome<QByteArray> {
        const auto updated = runQuery(
            connection,
            QStringLiteral(
                "UPDATE sign_in_transactions SET stage = 'proven', code_hash = ?, code_expires_at = ?, "
                "proof_sealed = ? WHERE id = ? AND stage = 'returned'"),
            {fingerprint(code, "code"), toSql(m_clock.now().addSecs(codeSeconds)),
             QString::fromLatin1(sealed.toBase64()), id});
        if (!updated) {
            return updated.failure();
        }
        return updated.value().numRowsAffected() == 1 ? Outcome<QByteArray>(code)
                                                      : refused("sign-in is over");
    });
}

Outcome<Done> SignInTransactions::fail(const QString& id)
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto updated = runQuery(
            connection,
            QStringLiteral(
                "UPDATE sign_in_transactions SET stage = 'failed', proof_sealed = NULL WHERE id = ?"),
            {id});
        return updated ? Outcome<Done>(Done{}) : updated.failure();
    });
}

Outcome<TokenGrant> SignInTransactions::redeem(const QString& id, const QByteArray& code,
                                               const QByteArray& verifier, const DeviceKey& device,
                                               SessionStore& sessions, const Recognise& recognise)
{
    bool over = false;
    auto granted = m_database.write<TokenGrant>([&](QSqlDatabase& connection) -> Outcome<TokenGrant> {
        auto found =
            runQuery(connection,
                     QStringLiteral(
                         "SELECT code_challenge, dpop_jkt, code_expires_at, proof_sealed, expected_subject, "
                         "device_sealed FROM sign_in_transactions WHERE id = ? AND code_hash = ? AND stage = "
                         "'proven'"),
                     {id, fingerprint(code, "code")});
        if (!found) {
            return found.failure();
        }
        QSqlQuery& row = found.value();
        if (!row.next()) {
            return refused("unknown or used code");
        }
        const QByteArray challenge =
            base64url::encode(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
        over = !isVerifier(verifier) || QString::fromLatin1(challenge) != row.value(0).toString() ||
               device.thumbprint != row.value(1).toString();
        if (over) {
            return refused("code of another application");
        }
        if (instantFromSql(row.value(2).toString()) <= m_clock.now()) {
            return expired();
        }
        const auto plain = m_keys.open(QByteArray::fromBase64(row.value(3).toString().toLatin1()),
                                       sealingContext(id).toLatin1());
        if (!plain) {
            return plain.failure();
        }
        SignInResult person = signInResultFromJson(plain.value());
        const QString expected = row.value(4).toString();
        // Empty when it was begun before the service asked for names.
        const QByteArray sealedName = QByteArray::fromBase64(row.value(5).toString().toLatin1());
        const auto name = sealedName.isEmpty() ? Outcome<QByteArray>(QByteArray())
                                               : m_keys.open(sealedName, deviceContext(id));
        if (!name) {
            return name.failure();
        }
        row.finish();
        if (!expected.isEmpty()) {
            if (const auto recognised = recognise(connection, person, expected); !recognised) {
                // A database that fails says nothing of the person: the code may be shown again.
                const FailureCode why = recognised.failure().code;
                over = why == FailureCode::SignInOtherPerson || why == FailureCode::SignInRefused;
                return recognised.failure();
            }
            person.subject = expected;
        }
        const auto redeemed = runQuery(
            connection,
            QStringLiteral(
                "UPDATE sign_in_transactions SET stage = 'redeemed', proof_sealed = NULL WHERE id = ?"),
            {id});
        return redeemed
                   ? sessions.open(connection, person,
                                   {device.publicKey, device.thumbprint, QString::fromUtf8(name.value())})
                   : redeemed.failure();
    });
    if (over) {
        const auto failed = fail(id);
        return failed ? std::move(granted) : Outcome<TokenGrant>(failed.failure());
    }
    return granted;
}

Outcome<Done> SignInTransactions::forgetOld()
{
    return m_database.write<Done>([&](QSqlDatabase& connection) -> Outcome<Done> {
        const auto deleted =
            runQuery(connection, QStringLiteral("DELETE FROM sign_in_transactions WHERE expires_at < ?"),
                     {toSql(m_clock.now().addSecs(-codeSeconds))});
        return deleted ? Outcome<Done>(Done{}) : deleted.failure();
    });
}

} // namespace proconnect::service
