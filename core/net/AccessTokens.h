// SPDX-License-Identifier: MIT
#pragma once

#include "core/jose/Jwk.h"
#include "core/result/Outcome.h"

#include <QByteArray>
#include <QObject>

#include <functional>

namespace proconnect {

/// A short access token and the device key it is bound to.
struct AccessToken
{
    QByteArray token;
    Jwk key;
};

/// Where the API client finds tokens. A network failure never ends the session; only the service's word does.
class AccessTokens
{
public:
    virtual ~AccessTokens() = default;

    /// A usable token, after a refresh if needed; one refresh at a time, however many ask.
    /// Unauthorized when nobody is signed in.
    virtual void withToken(QObject* context, std::function<void(Outcome<AccessToken>)> done) = 0;
    /// The service refused `token`: the next call gets another.
    virtual void discard(const QByteArray& token) = 0;
    /// The service said that the session is over.
    virtual void endSession(const Failure& why) = 0;
};

} // namespace proconnect
