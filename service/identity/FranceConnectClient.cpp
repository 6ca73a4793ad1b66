// SPDX-License-Identifier: MIT
#include "service/identity/FranceConnectClient.h"

#include "core/jose/Jwe.h"
#include "core/jose/StrictJson.h"
#include "service/identity/PivotClaims.h"

#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace proconnect::service {
namespace {

using namespace std::chrono_literals;

constexpr qsizetype largestReply = 64LL * 1024;
constexpr qsizetype largestToken = 16LL * 1024;

const QString scopes = QStringLiteral("openid given_name family_name gender birthdate birthplace "
                                      "birthcountry preferred_username email");
/// FranceConnect's birthdate is the register's, with 01 for what is unknown; FranceConnect+ gives the
/// provider's as it is, and refuses a scope that it does not know.
const QString rawBirthdateScope = QStringLiteral(" idp_birthdate");

Failure refused(const QString& why)
{
    return {FailureCode::SignInRefused, why, {}};
}

Failure unavailable(const QString& why)
{
    return {FailureCode::IdentityProviderUnavailable, why, {}};
}

QByteArray encoded(const QString& value)
{
    return QUrl::toPercentEncoding(value);
}

bool isToken68(const QString& text)
{
    return !text.isEmpty() && text.size() <= largestToken &&
           std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
}

QByteArray mediaType(const HttpReply& reply)
{
    return reply.header("Content-Type").split(';').first().trimmed().toLower();
}

/// Failures that the token endpoint tells, in RFC 6749's words.
Failure tokenFailure(const HttpReply& reply)
{
    const QString status = QStringLiteral("token endpoint: status %1").arg(reply.status);
    if (reply.status >= 500) {
        return unavailable(status);
    }
    const auto json = parseStrictJson(reply.body);
    if (json && json.value().value(QStringLiteral("error")) == QJsonValue(QStringLiteral("invalid_grant"))) {
        return {FailureCode::SignInExpired, status, {}};
    }
    return refused(status);
}

} // namespace

FranceConnectClient::FranceConnectClient(HttpClient& http, const Clock& clock,
                                         FranceConnectRegistration registration)
    : m_http(http), m_clock(clock), m_registration(std::move(registration)),
      m_directory(http, clock, m_registration.issuer)
{}

Outcome<QUrl> FranceConnectClient::authorizationAddress(const QString& state, const QString& nonce)
{
    const auto endpoints = m_directory.endpoints();
    if (!endpoints) {
        return endpoints.failure();
    }
    QUrlQuery query;
    const auto add = [&query](const char* name, const QString& value) {
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(encoded(value)));
    };
    add("response_type", QStringLiteral("code"));
    add("client_id", m_registration.clientId);
    add("redirect_uri", m_registration.callback.toString());
    add("scope", m_registration.encryptionPair ? scopes : scopes + rawBirthdateScope);
    add("acr_values", m_registration.assurance);
    add("state", state);
    add("nonce", nonce);
    QUrl address = endpoints.value().authorization;
    address.setQuery(query);
    return address;
}

Outcome<FranceConnectProof> FranceConnectClient::redeem(const QString& code,
                                                        const std::function<bool(const QString&)>& isOurNonce)
{
    const auto tokens = fetchTokens(code);
    if (!tokens) {
        return tokens.failure();
    }
    const auto idToken = signedToken(tokens.value().idToken);
    if (!idToken) {
        return idToken.failure();
    }
    const auto idClaims = verifiedClaims(idToken.value());
    if (!idClaims) {
        return idClaims.failure();
    }
    const TokenExpectations expected{
        m_registration.issuer.toString(),        m_registration.clientId,   m_clock.now(), isOurNonce,
        assuranceRank(m_registration.assurance), tokens.value().accessToken};
    const auto facts = checkIdToken(idClaims.value(), expected);
    if (!facts) {
        return facts.failure();
    }
    const auto userinfo = fetchUserinfo(tokens.value().accessToken);
    if (!userinfo) {
        return userinfo.failure();
    }
    const auto userToken = signedToken(userinfo.value());
    if (!userToken) {
        return userToken.failure();
    }
    const auto userClaims = verifiedClaims(userToken.value());
    if (!userClaims) {
        return userClaims.failure();
    }
    const auto checked = checkUserinfo(userClaims.value(), expected, facts.value().subject);
    if (!checked) {
        return checked.failure();
    }
    auto identity = parsePivotClaims(userClaims.value(), m_registration.encryptionPair.has_value()
                                                             ? PivotSource::IdentityProvider
                                                             : PivotSource::Register);
    if (!identity) {
        return identity.failure();
    }
    return FranceConnectProof{std::move(identity.value()), facts.value().authenticatedAt,
                              facts.value().assurance, idToken.value()};
}

Outcome<FranceConnectClient::TokenReply> FranceConnectClient::fetchTokens(const QString& code)
{
    const auto endpoints = m_directory.endpoints();
    if (!endpoints) {
        return endpoints.failure();
    }
    OutgoingRequest request;
    request.method = "POST";
    request.url = endpoints.value().token;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = "grant_type=authorization_code&code=" + encoded(code) +
                   "&redirect_uri=" + encoded(m_registration.callback.toString()) +
                   "&client_id=" + encoded(m_registration.clientId) +
                   "&client_secret=" + encoded(m_registration.clientSecret);
    request.deadline = 8s;
    request.largestReply = largestReply;
    const auto reply = m_http.send(request);
    if (!reply) {
        return unavailable(QStringLiteral("token endpoint: ") + reply.failure().detail);
    }
    if (reply.value().status != 200) {
        return tokenFailure(reply.value());
    }
    const auto json = parseStrictJson(reply.value().body, {}, FailureCode::SignInRefused);
    if (!json) {
        return json.failure();
    }
    const auto text = [&json](const char* name) {
        return json.value().value(QLatin1String(name)).toString();
    };
    if (json.value().contains(QStringLiteral("error"))) {
        return refused(QStringLiteral("token reply: error with status 200"));
    }
    if (text("token_type").compare(QLatin1String("bearer"), Qt::CaseInsensitive) != 0) {
        return refused(QStringLiteral("token reply: token_type"));
    }
    if (!isToken68(text("access_token")) || !isToken68(text("id_token"))) {
        return refused(QStringLiteral("token reply: a token is missing"));
    }
    return TokenReply{text("access_token").toLatin1(), text("id_token").toLatin1()};
}

Outcome<QByteArray> FranceConnectClient::fetchUserinfo(const QByteArray& accessToken)
{
    const auto endpoints = m_directory.endpoints();
    if (!endpoints) {
        return endpoints.failure();
    }
    OutgoingRequest request;
    request.url = endpoints.value().userinfo;
    request.headers = {{"Authorization", "Bearer " + accessToken}, {"Accept", "application/jwt"}};
    request.deadline = 8s;
    request.largestReply = largestReply;
    auto reply = m_http.send(request);
    if (!reply) {
        return unavailable(QStringLiteral("userinfo: ") + reply.failure().detail);
    }
    if (reply.value().status >= 500) {
        return unavailable(QStringLiteral("userinfo: status %1").arg(reply.value().status));
    }
    if (reply.value().status != 200) {
        return refused(QStringLiteral("userinfo: status %1").arg(reply.value().status));
    }
    if (mediaType(reply.value()) != "application/jwt") {
        return refused(QStringLiteral("userinfo: not a signed reply"));
    }
    return reply.value().body;
}

Outcome<QByteArray> FranceConnectClient::signedToken(const QByteArray& token) const
{
    if (!m_registration.encryptionPair) {
        return token;
    }
    const auto opened = Jwe::open(token, {*m_registration.encryptionPair}, largestToken);
    if (!opened) {
        return refused(QStringLiteral("token: ") + opened.failure().detail);
    }
    // Claims that the header repeats must be those that count (RFC 7519, 5.3).
    const QJsonObject& header = opened.value().header;
    const auto repeats = [&header](const char* name, const QString& value) {
        const QJsonValue repeated = header.value(QLatin1String(name));
        return repeated.isUndefined() || repeated == QJsonValue(value);
    };
    if (!repeats("iss", m_registration.issuer.toString()) || !repeats("aud", m_registration.clientId)) {
        return refused(QStringLiteral("token: JWE for another client or from another issuer"));
    }
    return opened.value().content;
}

Outcome<QJsonObject> FranceConnectClient::verifiedClaims(const QByteArray& token)
{
    const JwsRules rules{{m_registration.algorithm}, {}, false, largestToken};
    const auto header = Jws::readHeader(token, rules);
    if (!header) {
        return refused(QStringLiteral("token: ") + header.failure().detail);
    }
    const auto key = m_directory.key(header.value());
    if (!key) {
        return key.failure();
    }
    const auto verified = Jws::verify(token, key.value(), rules);
    if (!verified) {
        return refused(QStringLiteral("token: ") + verified.failure().detail);
    }
    const auto claims = verified.value().claims();
    if (!claims) {
        return refused(QStringLiteral("token: ") + claims.failure().detail);
    }
    return claims.value();
}

Outcome<QUrl> FranceConnectClient::endSessionAddress(const QByteArray& idToken, const QUrl& returnTo,
                                                     const QByteArray& state)
{
    const auto endpoints = m_directory.endpoints();
    if (!endpoints) {
        return endpoints.failure();
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("id_token_hint"), QString::fromLatin1(idToken));
    query.addQueryItem(QStringLiteral("post_logout_redirect_uri"),
                       QString::fromLatin1(encoded(returnTo.toString())));
    query.addQueryItem(QStringLiteral("state"), QString::fromLatin1(state));
    QUrl address = endpoints.value().endSession;
    address.setQuery(query);
    return address;
}

} // namespace proconnect::service
