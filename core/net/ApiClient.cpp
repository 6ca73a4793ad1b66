// SPDX-License-Identifier: MIT
#include "core/net/ApiClient.h"

#include <QJsonDocument>

namespace proconnect {

ApiClient::ApiClient(HttpChannel& channel, AccessTokens& tokens, QObject* parent)
    : QObject(parent), m_channel(channel), m_tokens(tokens)
{}

void ApiClient::send(const HttpCall& call, QObject* context, std::function<void(Outcome<HttpAnswer>)> done)
{
    const Answer<Outcome<HttpAnswer>> answer(context, std::move(done));
    QMetaObject::invokeMethod(
        this, [this, call, answer] { attempt(call, false, answer); }, Qt::QueuedConnection);
}

void ApiClient::attempt(const HttpCall& call, bool lastAttempt, const Answer<Outcome<HttpAnswer>>& answer)
{
    if (!answer.awaited()) {
        return;
    }
    m_tokens.withToken(this, [this, call, lastAttempt, answer](const Outcome<AccessToken>& token) {
        if (!token) {
            answer(token.failure());
            return;
        }
        HttpCall signedCall = call;
        signedCall.proofKey = token.value().key;
        signedCall.accessToken = token.value().token;
        m_channel.send(
            signedCall, this, [this, call, signedCall, lastAttempt, answer](Outcome<HttpAnswer> outcome) {
                const bool refused = !outcome && outcome.failure().code == FailureCode::Unauthorized;
                if (refused) {
                    m_tokens.discard(signedCall.accessToken);
                    if (!lastAttempt) {
                        attempt(call, true, answer);
                        return;
                    }
                }
                if (!outcome && outcome.failure().code == FailureCode::SessionEnded) {
                    m_tokens.endSession(outcome.failure());
                }
                answer(std::move(outcome));
            });
    });
}

HttpCall jsonCall(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    HttpCall call;
    call.method = method;
    call.path = path;
    call.contentType = "application/json";
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call;
}

} // namespace proconnect
