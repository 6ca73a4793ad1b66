// SPDX-License-Identifier: MIT
#include "service/sessions/AccessTokens.h"

#include "service/keys/ServiceKeys.h"
#include "service/sessions/SessionStore.h"
#include "service/storage/SqlInstant.h"

#include <QJsonDocument>

namespace proconnect::service {
namespace {

// Columns of the row of an access token.
enum : qsizetype {
    idColumn,
    subjectColumn,
    deviceKeyColumn,
    thumbprintColumn,
    signedInColumn,
    assuranceColumn,
    endedColumn,
    reasonColumn,
    expiryColumn,
};

SignedInPerson personOf(const QVariantList& row)
{
    SignedInPerson person;
    person.sessionId = row[idColumn].toString();
    person.subject = row[subjectColumn].toString();
    person.deviceThumbprint = row[thumbprintColumn].toString();
    person.signedInAt = instantFromSql(row[signedInColumn].toString());
    person.assurance = row[assuranceColumn].toInt();
    return person;
}

} // namespace

QString displayNameOf(const PersonName& name)
{
    // Each may be as long as the whole may be where people are named.
    constexpr qsizetype longestName = 200;
    return QString(name.given + u' ' + name.family).trimmed().left(longestName);
}

Outcome<SignedInPerson> AccessTokens::find(const QByteArray& accessToken) const
{
    return m_database.read<SignedInPerson>([&](QSqlDatabase& connection) -> Outcome<SignedInPerson> {
        const auto row = openRow(connection, accessToken, QStringLiteral("s.name_sealed"), {});
        if (!row) {
            return row.failure();
        }
        SignedInPerson person = personOf(row.value());
        person.deviceKey = QJsonDocument::fromJson(row.value()[deviceKeyColumn].toString().toUtf8()).object();
        const auto name = nameIn(row.value().constLast().toString(), person.sessionId);
        if (!name) {
            return name.failure();
        }
        person.displayName = displayNameOf(name.value());
        return person;
    });
}

Outcome<CompanyReader> AccessTokens::findReader(const QByteArray& accessToken, const QString& siren) const
{
    return m_database.read<CompanyReader>([&](QSqlDatabase& connection) -> Outcome<CompanyReader> {
        const auto row =
            openRow(connection, accessToken,
                    QStringLiteral("(SELECT c.value FROM company_cursor c WHERE c.siren = ?)"), {siren});
        if (!row) {
            return row.failure();
        }
        return CompanyReader{personOf(row.value()), row.value().constLast().toLongLong()};
    });
}

Outcome<QVariantList> AccessTokens::openRow(QSqlDatabase& connection, const QByteArray& accessToken,
                                            const QString& more, const QVariantList& values) const
{
    const QString hash = QString::fromLatin1(m_keys.fingerprint(accessToken, "access-token"));
    auto found = readRow(
        connection,
        QStringLiteral("SELECT s.id, s.subject, s.device_key, s.device_thumbprint, s.signed_in_at, "
                       "s.assurance, s.ended_at, s.end_reason, a.expires_at, ") +
            more +
            QStringLiteral(" FROM access_tokens a JOIN sessions s ON s.id = a.session_id WHERE a.hash = ?"),
        values + QVariantList{hash});
    if (!found) {
        return found.failure();
    }
    if (!found.value()) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("unknown access token"), {}};
    }
    QVariantList& row = *found.value();
    if (!row[endedColumn].toString().isEmpty()) {
        return endedSession(row[reasonColumn].toString());
    }
    if (instantFromSql(row[expiryColumn].toString()) <= m_clock.now()) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("expired access token"), {}};
    }
    return std::move(row);
}

Outcome<PersonName> AccessTokens::name(const QString& sessionId) const
{
    return m_database.read<PersonName>([&](QSqlDatabase& connection) -> Outcome<PersonName> {
        auto found = runQuery(connection, QStringLiteral("SELECT name_sealed FROM sessions WHERE id = ?"),
                              {sessionId});
        if (!found) {
            return found.failure();
        }
        if (!found.value().next()) {
            return endedSession();
        }
        return nameIn(found.value().value(0).toString(), sessionId);
    });
}

Outcome<PersonName> AccessTokens::nameIn(const QString& sealed, const QString& sessionId) const
{
    const auto plain =
        m_keys.open(QByteArray::fromBase64(sealed.toLatin1()), sessionContext(sessionId, "name"));
    if (!plain) {
        return plain.failure();
    }
    const QJsonObject names = QJsonDocument::fromJson(plain.value()).object();
    return PersonName{names.value(QStringLiteral("given")).toString(),
                      names.value(QStringLiteral("family")).toString()};
}

} // namespace proconnect::service
