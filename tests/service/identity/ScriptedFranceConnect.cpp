// SPDX-License-Identifier: MIT
#include "tests/service/identity/ScriptedFranceConnect.h"

#include <QJsonArray>
#include <QUrlQuery>

namespace proconnect::tests {

using service::HttpReply;
using service::OutgoingRequest;

const QString ScriptedFranceConnect::issuer = QStringLiteral("https://fc.example/api/v2");
const QString ScriptedFranceConnect::clientId = QStringLiteral("proconnect-demo");
const QString ScriptedFranceConnect::clientSecret = QStringLiteral("a secret of at least 32 characters");

HttpReply jsonReply(int status, const QJsonObject& json)
{
    return {status, {{"Content-Type", "application/json"}}, compactJson(json)};
}

namespace {

/// Made once for all tests of a program: RSA keys take long.
const TestKey& sharedKey(TestKey::Kind kind)
{
    static const TestKey elliptic(TestKey::Kind::P256, QStringLiteral("pkcs11:ES256:hsm"));
    static const TestKey rsa(TestKey::Kind::Rsa2048, QStringLiteral("rsa-1"));
    return kind == TestKey::Kind::P256 ? elliptic : rsa;
}

} // namespace

ScriptedFranceConnect::ScriptedFranceConnect(const Clock& clock)
    : key(sharedKey(TestKey::Kind::P256)), rsaKey(sharedKey(TestKey::Kind::Rsa2048)), m_clock(clock)
{}

Outcome<HttpReply> ScriptedFranceConnect::send(const OutgoingRequest& request)
{
    const std::lock_guard lock(m_mutex);
    const QString page = request.url.path().section(u'/', -1);
    asked.append(page);
    if (request.url.host() != QLatin1String("fc.example")) {
        return Failure{FailureCode::ServiceUnavailable, QStringLiteral("foreign host"), {}};
    }
    if (const auto scripted = replies.constFind(page); scripted != replies.constEnd()) {
        return scripted.value();
    }
    return answer(page, request);
}

QJsonObject ScriptedFranceConnect::idClaims() const
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    return {{QStringLiteral("iss"), issuer},
            {QStringLiteral("aud"), clientId},
            {QStringLiteral("sub"), subject},
            {QStringLiteral("nonce"), nonce},
            {QStringLiteral("acr"), QStringLiteral("eidas1")},
            {QStringLiteral("auth_time"), now - 5},
            {QStringLiteral("iat"), now},
            {QStringLiteral("exp"), now + 60}};
}

QJsonObject ScriptedFranceConnect::userClaims() const
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    return {{QStringLiteral("iss"), issuer},
            {QStringLiteral("aud"), clientId},
            {QStringLiteral("sub"), subject},
            {QStringLiteral("iat"), now},
            {QStringLiteral("exp"), now + 55},
            {QStringLiteral("given_name"), QStringLiteral("Angela Claire Louise")},
            {QStringLiteral("given_name_array"),
             QJsonArray{QStringLiteral("Angela"), QStringLiteral("Claire"), QStringLiteral("Louise")}},
            {QStringLiteral("family_name"), QStringLiteral("DUBOIS")},
            {QStringLiteral("gender"), QStringLiteral("female")},
            {QStringLiteral("birthdate"), QStringLiteral("1962-08-24")},
            {QStringLiteral("birthplace"), QStringLiteral("75107")},
            {QStringLiteral("birthcountry"), QStringLiteral("99100")},
            {QStringLiteral("email"), QStringLiteral("angela@exemple.fr")}};
}

HttpReply ScriptedFranceConnect::answer(const QString& page, const OutgoingRequest& request)
{
    if (page == QLatin1String("openid-configuration")) {
        QJsonObject document{
            {QStringLiteral("issuer"), issuer},
            {QStringLiteral("authorization_endpoint"), issuer + QStringLiteral("/authorize")},
            {QStringLiteral("token_endpoint"), issuer + QStringLiteral("/token")},
            {QStringLiteral("userinfo_endpoint"), issuer + QStringLiteral("/userinfo")},
            {QStringLiteral("jwks_uri"), issuer + QStringLiteral("/jwks")},
            {QStringLiteral("end_session_endpoint"), issuer + QStringLiteral("/session/end")}};
        editDiscovery(document);
        return jsonReply(200, document);
    }
    if (page == QLatin1String("jwks")) {
        QJsonObject set{{QStringLiteral("keys"), QJsonArray{key.publicJwk(), rsaKey.publicJwk()}}};
        editKeys(set);
        return jsonReply(200, set);
    }
    if (page == QLatin1String("token")) {
        return tokens(request);
    }
    if (page == QLatin1String("userinfo")) {
        QJsonObject claims = userClaims();
        editUserClaims(claims);
        const QByteArray payload = compactJson(claims);
        return {200,
                {{"Content-Type", "application/jwt; charset=utf-8"}},
                makeUserinfo ? makeUserinfo(payload) : key.token(payload)};
    }
    return {404, {}, {}};
}

HttpReply ScriptedFranceConnect::tokens(const OutgoingRequest& request)
{
    tokenRequest = request.body;
    const QUrlQuery form(QString::fromLatin1(request.body));
    const auto field = [&form](const char* name) {
        return form.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    if (field("client_id") != clientId || field("client_secret") != clientSecret) {
        return jsonReply(401, {{QStringLiteral("error"), QStringLiteral("invalid_client")}});
    }
    if (field("code") != code || field("grant_type") != QLatin1String("authorization_code")) {
        return jsonReply(400, {{QStringLiteral("error"), QStringLiteral("invalid_grant")}});
    }
    code.clear();
    QJsonObject claims = idClaims();
    editIdClaims(claims);
    const QByteArray payload = compactJson(claims);
    QJsonObject reply{{QStringLiteral("access_token"), QString(43, u'x')},
                      {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                      {QStringLiteral("expires_in"), 60},
                      {QStringLiteral("scope"), QStringLiteral("openid")},
                      {QStringLiteral("id_token"),
                       QString::fromLatin1(makeIdToken ? makeIdToken(payload) : key.token(payload))}};
    editTokenReply(reply);
    return jsonReply(200, reply);
}

} // namespace proconnect::tests
