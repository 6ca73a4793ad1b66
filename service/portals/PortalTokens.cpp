// SPDX-License-Identifier: MIT
#include "service/portals/PortalTokens.h"

#include "core/crypto/RandomBytes.h"
#include "core/jose/Base64Url.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/crypto.h>

namespace proconnect::service {
namespace {

constexpr int tokenBytes = 32;
constexpr int lifetimeSeconds = 3600;
constexpr qsizetype longestToken = 128;
const QString assertionType = QStringLiteral("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

/// With what the portal proves itself by, so that other credentials end the tokens got with the former ones.
QString hashOf(const QByteArray& token, const PortalConfiguration& portal)
{
    QStringList parts{QString::fromLatin1(token), portal.clientId,
                      QString::fromLatin1(portal.clientSecretHash.toHex())};
    for (const Jwk& key : portal.clientKeys) {
        parts.append(key.thumbprint());
    }
    return QString::fromLatin1(
        QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// Takes the same time for an unknown client as for a wrong secret.
bool secretFits(const PortalConfiguration* portal, const QString& secret)
{
    const QByteArray given = QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
    const bool hasSecret = portal != nullptr && !portal->clientSecretHash.isEmpty();
    const QByteArray expected = hasSecret ? portal->clientSecretHash : QByteArray(given.size(), '\0');
    const bool same =
        given.size() == expected.size() &&
        CRYPTO_memcmp(given.constData(), expected.constData(), static_cast<size_t>(given.size())) == 0;
    return same && hasSecret;
}

/// problem+json that also carries the `error` of RFC 6749, 5.2, which OAuth libraries look for.
HttpResponse oauthProblem(FailureCode code, const char* error)
{
    HttpResponse response = HttpResponse::problem({code, QString::fromLatin1(error), {}});
    QJsonObject content = QJsonDocument::fromJson(response.body).object();
    content.insert(QStringLiteral("error"), QString::fromLatin1(error));
    response.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return response;
}

} // namespace

HttpResponse PortalTokens::issue(const HttpRequest& request)
{
    const auto form = request.form();
    if (!form) {
        return oauthProblem(FailureCode::InvalidRequest, "invalid_request");
    }
    const auto& fields = form.value();
    if (fields.value(QStringLiteral("grant_type")) != u"client_credentials") {
        return oauthProblem(FailureCode::InvalidRequest, "unsupported_grant_type");
    }
    const auto client = authenticated(fields);
    if (!client) {
        const FailureCode code = client.failure().code;
        return code == FailureCode::Unauthorized     ? oauthProblem(code, "invalid_client")
               : code == FailureCode::InvalidRequest ? oauthProblem(code, "invalid_request")
                                                     : HttpResponse::problem(client.failure());
    }
    const PortalConfiguration* portal = client.value();
    QStringList scopes = fields.value(QStringLiteral("scope")).split(u' ', Qt::SkipEmptyParts);
    if (scopes.isEmpty()) {
        scopes = portal->scopes;
    }
    for (const QString& asked : scopes) {
        if (!portal->scopes.contains(asked)) {
            return oauthProblem(FailureCode::InvalidRequest, "invalid_scope");
        }
    }
    const auto token = store(*portal, scopes);
    if (!token) {
        return HttpResponse::problem(token.failure());
    }
    return HttpResponse::json(200, {{QStringLiteral("access_token"), QString::fromLatin1(token.value())},
                                    {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                                    {QStringLiteral("expires_in"), lifetimeSeconds},
                                    {QStringLiteral("scope"), scopes.join(u' ')}});
}

Outcome<const PortalConfiguration*> PortalTokens::authenticated(const Fields& fields)
{
    const QString type = fields.value(QStringLiteral("client_assertion_type"));
    const QString id = fields.value(QStringLiteral("client_id"));
    if (type.isEmpty()) {
        const PortalConfiguration* portal = m_portals.findClient(id);
        if (!secretFits(portal, fields.value(QStringLiteral("client_secret")))) {
            return Failure{FailureCode::Unauthorized, QStringLiteral("client secret"), {}};
        }
        return portal;
    }
    if (type != assertionType || fields.contains(QStringLiteral("client_secret"))) {
        return Failure{FailureCode::InvalidRequest, QStringLiteral("client_assertion_type"), {}};
    }
    auto portal = m_assertions.clientOf(fields.value(QStringLiteral("client_assertion")).toLatin1());
    if (portal && !id.isEmpty() && id != portal.value()->clientId) {
        return Failure{FailureCode::Unauthorized, QStringLiteral("client_id is not the assertion's"), {}};
    }
    return portal;
}

Outcome<QByteArray> PortalTokens::store(const PortalConfiguration& portal, const QStringList& scopes)
{
    const QByteArray token = base64url::encode(randomBytes(tokenBytes));
    const QDateTime now = m_clock.now();
    return m_database.write<QByteArray>([&](QSqlDatabase& connection) -> Outcome<QByteArray> {
        const auto purged = runQuery(
            connection, QStringLiteral("DELETE FROM portal_token WHERE expires_at < ?"), {toSql(now)});
        if (!purged) {
            return purged.failure();
        }
        const auto stored = runQuery(
            connection,
            QStringLiteral("INSERT INTO portal_token (token_hash, client_id, scopes, "
                           "expires_at) VALUES (?, ?, ?, ?)"),
            {hashOf(token, portal), portal.clientId, scopes.join(u' '), toSql(now.addSecs(lifetimeSeconds))});
        if (!stored) {
            return stored.failure();
        }
        return token;
    });
}

Outcome<PortalGrant> PortalTokens::grantOf(const QByteArray& token)
{
    const Failure unauthorized{FailureCode::Unauthorized, QStringLiteral("no such portal token"), {}};
    if (token.isEmpty() || token.size() > longestToken) {
        return unauthorized;
    }
    QVariantList values;
    QStringList places;
    for (const PortalConfiguration& portal : m_portals.all()) {
        values.append(hashOf(token, portal));
        places.append(QStringLiteral("?"));
    }
    if (values.isEmpty()) {
        return unauthorized;
    }
    values.append(toSql(m_clock.now()));
    return m_database.read<PortalGrant>([&](QSqlDatabase& connection) -> Outcome<PortalGrant> {
        auto query = runQuery(connection,
                              QStringLiteral("SELECT client_id, scopes FROM portal_token WHERE "
                                             "token_hash IN (%1) AND expires_at > ?")
                                  .arg(places.join(u',')),
                              values);
        if (!query) {
            return query.failure();
        }
        if (!query.value().next()) {
            return unauthorized;
        }
        return PortalGrant{query.value().value(0).toString(),
                           query.value().value(1).toString().split(u' ', Qt::SkipEmptyParts)};
    });
}

} // namespace proconnect::service
