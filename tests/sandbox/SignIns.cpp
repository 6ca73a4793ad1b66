// SPDX-License-Identifier: MIT
#include "tests/sandbox/SignIns.h"

#include "sandbox/crypto/JwsVerifier.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace proconnect::sandbox::test {

namespace {

const QString Callback = QStringLiteral("http://127.0.0.1:9/sign-in/callback");
const QString State = QStringLiteral("state-of-at-least-thirty-two-characters");
const QString Nonce = QStringLiteral("nonce-of-at-least-thirty-two-characters");
const QString Secret = QStringLiteral("demo-secret-franceconnect");

} // namespace

QString SignIns::callback()
{
    return Callback;
}

QString SignIns::state()
{
    return State;
}

QString SignIns::nonce()
{
    return Nonce;
}

SignIns::Parameters SignIns::goodParameters()
{
    return {{QStringLiteral("client_id"), QStringLiteral("proconnect-demo")},
            {QStringLiteral("redirect_uri"), Callback},
            {QStringLiteral("response_type"), QStringLiteral("code")},
            {QStringLiteral("scope"), QStringLiteral("openid identite_pivot email preferred_username")},
            {QStringLiteral("state"), State},
            {QStringLiteral("nonce"), Nonce},
            {QStringLiteral("acr_values"), QStringLiteral("eidas1")}};
}

QString SignIns::query(const Parameters& parameters)
{
    QByteArray text;
    for (auto item = parameters.begin(); item != parameters.end(); ++item) {
        text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(item.key()) + '=' +
                QUrl::toPercentEncoding(item.value());
    }
    return QString::fromLatin1(text);
}

QString SignIns::parameter(const QUrl& url, const QString& name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

QString SignIns::hidden(const QByteArray& page, const QString& name)
{
    const QRegularExpression field(QStringLiteral("name=\"%1\" value=\"([^\"]*)\"").arg(name));
    return field.match(QString::fromUtf8(page)).captured(1);
}

Answer SignIns::authorize(Http& browser, const Parameters& parameters) const
{
    return browser.get(m_sandbox.franceConnect(QStringLiteral("/authorize?") + query(parameters)));
}

Answer SignIns::choose(Http& browser, const QString& identity) const
{
    const Answer start = authorize(browser, goodParameters());
    const Answer page = browser.get(start.location());
    return browser.postForm(m_sandbox.franceConnect(QStringLiteral("/redirect-to-idp")),
                            {{QStringLiteral("uid"), hidden(page.body, QStringLiteral("uid"))},
                             {QStringLiteral("csrf_token"), hidden(page.body, QStringLiteral("csrf_token"))},
                             {QStringLiteral("identity"), identity}});
}

Answer SignIns::consent(Http& browser, const QByteArray& page) const
{
    return browser.postForm(m_sandbox.franceConnect(QStringLiteral("/login")),
                            {{QStringLiteral("uid"), hidden(page, QStringLiteral("uid"))},
                             {QStringLiteral("csrf_token"), hidden(page, QStringLiteral("csrf_token"))}});
}

QUrl SignIns::signIn(Http& browser, const QString& identity) const
{
    const Answer verify = browser.get(choose(browser, identity).location());
    return consent(browser, browser.get(verify.location()).body).location();
}

Answer SignIns::redeem(const QString& code, const QString& secret) const
{
    Http service;
    return service.postForm(m_sandbox.franceConnect(QStringLiteral("/token")),
                            {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
                             {QStringLiteral("code"), code},
                             {QStringLiteral("redirect_uri"), Callback},
                             {QStringLiteral("client_id"), QStringLiteral("proconnect-demo")},
                             {QStringLiteral("client_secret"), secret.isEmpty() ? Secret : secret}});
}

Answer SignIns::tokens(const QString& identity) const
{
    Http browser;
    return redeem(parameter(signIn(browser, identity), QStringLiteral("code")));
}

Answer SignIns::userinfo(const QString& accessToken) const
{
    Http service;
    return service.get(m_sandbox.franceConnect(QStringLiteral("/userinfo")),
                       {{"Authorization", "Bearer " + accessToken.toLatin1()}});
}

QJsonObject SignIns::verified(const QByteArray& token, const char* algorithm) const
{
    Http service;
    const auto keys = nlohmann::json::parse(
        service.get(m_sandbox.franceConnect(QStringLiteral("/jwks"))).body.toStdString());
    const auto jws = parseJws(token.toStdString());
    for (const auto& key : keys.at("keys")) {
        if (jws && jws->header.at("kid") == key.at("kid") && verifyJws(*jws, key, algorithm)) {
            return QJsonDocument::fromJson(QByteArray::fromStdString(jws->payload.dump())).object();
        }
    }
    return {};
}

} // namespace proconnect::sandbox::test
