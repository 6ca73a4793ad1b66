// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/StrictJson.h"
#include "core/net/AccessTokens.h"
#include "core/net/Answer.h"
#include "core/net/HttpChannel.h"
#include "core/protocol/ModelJson.h"

#include <functional>

namespace proconnect {

/// Calls of the signed-in person: adds token and proof, renews a refused token once, tells the session when
/// the service ended it.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    ApiClient(HttpChannel& channel, AccessTokens& tokens, QObject* parent = nullptr);

    /// `done` comes exactly once and never before this returns, unless `context` dies first.
    void send(const HttpCall& call, QObject* context, std::function<void(Outcome<HttpAnswer>)> done);

    /// The same for an answer that is one structure in JSON; BadReply when it is not.
    template <typename T>
    void ask(const HttpCall& call, QObject* context, std::function<void(Outcome<T>)> done)
    {
        send(call, context, [done = std::move(done)](const Outcome<HttpAnswer>& answer) {
            done(answer ? readAnswer<T>(answer.value()) : Outcome<T>(answer.failure()));
        });
    }

private:
    void attempt(const HttpCall& call, bool lastAttempt, const Answer<Outcome<HttpAnswer>>& answer);

    HttpChannel& m_channel;
    AccessTokens& m_tokens;
};

/// The structure that an answer holds in JSON; BadReply when it does not.
template <typename T>
[[nodiscard]] Outcome<T> readAnswer(const HttpAnswer& answer)
{
    const auto json = parseStrictJson(answer.body, {answer.body.size(), 16});
    return json ? fromJson<T>(json.value()) : Outcome<T>(json.failure());
}

/// A call with a JSON body.
[[nodiscard]] HttpCall jsonCall(const QByteArray& method, const QString& path, const QJsonObject& body);

} // namespace proconnect
