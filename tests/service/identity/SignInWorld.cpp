// SPDX-License-Identifier: MIT
#include "tests/service/identity/SignInWorld.h"

#include "core/jose/Dpop.h"
#include "core/protocol/ModelJson.h"
#include "service/companies/StoredCompanies.h"
#include "service/keys/FileServiceKeys.h"
#include "tests/service/identity/TestEncryption.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace proconnect::tests {

using namespace service;

const QUrl SignInWorld::publicUrl(QStringLiteral("https://service.example"));

SignInWorld::SignInWorld(const std::optional<Jwk>& encryptionPair)
    : m_log(Log::Level::Debug, clock, [this](const QByteArray& line) { logged += line; }),
      m_jobs([](const std::string&, const std::string&) {})
{
    m_keys = FileServiceKeys::loadOrMake(m_folder.filePath(QStringLiteral("keys.json"))).value();
    database = Database::open(m_place.url()).value();
    m_config.franceConnect = {QUrl(ScriptedFranceConnect::issuer),
                              ScriptedFranceConnect::clientId,
                              ScriptedFranceConnect::clientSecret,
                              QStringLiteral("ES256"),
                              QStringLiteral("eidas1"),
                              {}};
    m_companies = std::make_unique<StoredCompanies>(*m_keys);
    if (encryptionPair) {
        addPlus(*encryptionPair);
    }
    const Platform platform{m_config, clock,  m_log,    *database, *m_keys,
                            m_http,   m_jobs, m_router, publicUrl, encryptionPair};
    identity = std::make_unique<IdentityPart>(platform);
    identity->addProfile(platform, *m_companies);
}

SignInWorld::~SignInWorld() = default;

void SignInWorld::addPlus(const Jwk& encryptionPair)
{
    m_config.franceConnectPlus = FranceConnectConfig{
        QUrl(TwoProviders::plusIssuer), ScriptedFranceConnect::clientId, ScriptedFranceConnect::clientSecret,
        QStringLiteral("ES256"),        QStringLiteral("eidas2"),        {QStringLiteral("identite.example")},
        QStringLiteral("ECDH-ES")};
    const auto ofPlus = [](QJsonObject& claims) {
        claims.insert(QStringLiteral("iss"), TwoProviders::plusIssuer);
    };
    const auto nested = [this, jwk = encryptionPair.publicJson()](const QByteArray& payload) {
        return encryptedFor(jwk, plus.key.token(payload)).token();
    };
    plus.subject = QString(64, u'b') + QStringLiteral("v1");
    plus.editDiscovery = [](QJsonObject& document) {
        for (auto it = document.begin(); it != document.end(); ++it) {
            *it = it->toString().replace(ScriptedFranceConnect::issuer, TwoProviders::plusIssuer);
        }
    };
    plus.editIdClaims = [ofPlus](QJsonObject& claims) {
        ofPlus(claims);
        claims.insert(QStringLiteral("acr"), QStringLiteral("eidas2"));
    };
    plus.editUserClaims = ofPlus;
    plus.makeIdToken = nested;
    plus.makeUserinfo = nested;
}

HttpResponse SignInWorld::send(HttpRequest request)
{
    return m_router.dispatch(std::move(request));
}

QString SignInWorld::nonce()
{
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/oauth/token");
    request.headers.insert("content-type", "application/x-www-form-urlencoded");
    QUrl target = publicUrl;
    target.setPath(request.path);
    request.headers.insert("dpop",
                           Dpop::create(TestDevice().key, request.method, target, clock.now()).value());
    return QString::fromLatin1(header(send(request), "DPoP-Nonce"));
}

HttpResponse SignInWorld::get(const QByteArray& pathAndQuery, TestBrowser& browser)
{
    const QUrl url = QUrl::fromEncoded(pathAndQuery);
    HttpRequest request;
    request.method = "GET";
    request.path = url.path();
    request.query = QUrlQuery(url);
    QByteArrayList cookies;
    for (auto it = browser.cookies.cbegin(); it != browser.cookies.cend(); ++it) {
        cookies.append(it.key() + '=' + it.value());
    }
    request.headers.insert("cookie", cookies.join("; "));
    HttpResponse response = send(request);
    const QByteArray set = header(response, "Set-Cookie").split(';').first();
    if (const qsizetype equals = set.indexOf('='); equals > 0) {
        browser.cookies.insert(set.left(equals), set.mid(equals + 1));
    }
    return response;
}

HttpResponse SignInWorld::postJson(const QString& path, const QJsonObject& body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.headers.insert("content-type", "application/json");
    request.body = compactJson(body);
    return send(request);
}

HttpResponse SignInWorld::token(const QList<std::pair<QByteArray, QByteArray>>& form,
                                const TestDevice& device)
{
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/oauth/token");
    request.headers.insert("content-type", "application/x-www-form-urlencoded");
    for (const auto& [name, value] : form) {
        request.body += (request.body.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    }
    QUrl target = publicUrl;
    target.setPath(request.path);
    request.headers.insert(
        "dpop", Dpop::create(device.key, request.method, target, clock.now(), {}, nonce()).value());
    return send(request);
}

HttpResponse SignInWorld::call(const QByteArray& method, const QString& path, const QByteArray& token,
                               const TestDevice& device)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    QUrl target = publicUrl;
    target.setPath(path);
    request.headers.insert("authorization", "DPoP " + token);
    request.headers.insert("dpop",
                           Dpop::create(device.key, method, target, clock.now(), token, nonce()).value());
    return send(request);
}

HttpResponse SignInWorld::open(const TestDevice& device, const QJsonObject& changes)
{
    const QByteArray challenge = QCryptographicHash::hash(device.verifier, QCryptographicHash::Sha256);
    QJsonObject body{{QStringLiteral("codeChallenge"), QString::fromLatin1(encode64(challenge))},
                     {QStringLiteral("codeChallengeMethod"), QStringLiteral("S256")},
                     {QStringLiteral("dpopJkt"), device.key.thumbprint()},
                     {QStringLiteral("returnTo"), QStringLiteral("embedded")}};
    if (!device.name.isEmpty()) {
        body.insert(QStringLiteral("device"), device.name);
    }
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        body.insert(it.key(), it.value());
    }
    return postJson(QStringLiteral("/v1/sign-in/transactions"), body);
}

SignInTransaction SignInWorld::opened(const TestDevice& device, const QJsonObject& changes)
{
    return fromJson<SignInTransaction>(jsonOf(open(device, changes))).value();
}

QUrlQuery SignInWorld::start(const SignInTransaction& transaction, TestBrowser& browser)
{
    const auto response = get(QUrl(transaction.startUrl).path().toLatin1(), browser);
    const QUrlQuery authorize(QUrl::fromEncoded(header(response, "Location")));
    provider.nonce = authorize.queryItemValue(QStringLiteral("nonce"));
    provider.code = QStringLiteral("the-code");
    return authorize;
}

QByteArray SignInWorld::returnQuery(const QUrlQuery& authorize) const
{
    return "code=the-code&state=" + authorize.queryItemValue(QStringLiteral("state")).toLatin1() +
           "&iss=" + ScriptedFranceConnect::issuer.toLatin1();
}

HttpResponse SignInWorld::comeBack(const QByteArray& query, TestBrowser& browser)
{
    return get("/sign-in/callback?" + query, browser);
}

QByteArray SignInWorld::code(const TestDevice& device, SignInTransaction* transaction)
{
    TestBrowser browser;
    const SignInTransaction signIn = opened(device);
    if (transaction != nullptr) {
        *transaction = signIn;
    }
    return sentOn(comeBack(returnQuery(start(signIn, browser)), browser), "code").toLatin1();
}

TokenGrant SignInWorld::signIn(const TestDevice& device)
{
    SignInTransaction transaction;
    const QByteArray oneTimeCode = code(device, &transaction);
    return grantOf(redeem(transaction.transaction, oneTimeCode, device.verifier, device));
}

HttpResponse SignInWorld::redeem(const QString& transaction, const QByteArray& code,
                                 const QByteArray& verifier, const TestDevice& device)
{
    return token({{"grant_type", "authorization_code"},
                  {"transaction", transaction.toLatin1()},
                  {"code", code},
                  {"code_verifier", verifier}},
                 device);
}

HttpResponse SignInWorld::refresh(const QString& refreshToken, const TestDevice& device)
{
    return token({{"grant_type", "refresh_token"}, {"refresh_token", refreshToken.toLatin1()}}, device);
}

QByteArray SignInWorld::writtenBytes() const
{
    return m_place.writtenBytes(*database);
}

QByteArray header(const HttpResponse& response, const QByteArray& name)
{
    for (const auto& [known, value] : response.headers) {
        if (known == name) {
            return value;
        }
    }
    return {};
}

QJsonObject jsonOf(const HttpResponse& response)
{
    return QJsonDocument::fromJson(response.body).object();
}

std::optional<FailureCode> failureOf(const HttpResponse& response)
{
    return header(response, "Content-Type") == "application/problem+json"
               ? failureFromId(jsonOf(response).value(QStringLiteral("code")).toString())
               : std::nullopt;
}

QString sentOn(const HttpResponse& response, const char* item)
{
    return QUrlQuery(QUrl::fromEncoded(header(response, "Location"))).queryItemValue(QLatin1String(item));
}

TokenGrant grantOf(const HttpResponse& response)
{
    const auto grant = fromJson<TokenGrant>(jsonOf(response));
    return grant ? grant.value() : TokenGrant{};
}

} // namespace proconnect::tests
