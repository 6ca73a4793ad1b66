// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/net/AccessTokens.h"
#include "core/net/HttpChannel.h"
#include "core/net/RequestGate.h"
#include "core/protocol/SignInMessages.h"

#include <QObject>

#include <optional>

namespace proconnect {

/// Holds the access token in memory and renews it with the rotating refresh token, once at a time.
class TokenKeeper : public QObject, public AccessTokens
{
    Q_OBJECT

public:
    TokenKeeper(HttpChannel& channel, const Clock& clock, QObject* parent = nullptr);

    /// A session from the key store: the first call renews the token.
    void open(const Jwk& deviceKey, const QByteArray& refreshToken);
    /// A session from a sign-in that just ended.
    void open(const Jwk& deviceKey, const TokenGrant& grant);
    /// Forgets everything; a refresh under way fails for those who wait.
    void close();
    /// Calls `done` while no refresh is under way, whose answer would hold the only good refresh token: at
    /// once, or when it has come.
    void whenQuiet(QObject* context, std::function<void()> done);
    /// The usable access token at hand, if any.
    [[nodiscard]] std::optional<AccessToken> current() const;
    /// The device key of the open session.
    [[nodiscard]] const std::optional<Jwk>& deviceKey() const { return m_deviceKey; }

    void withToken(QObject* context, std::function<void(Outcome<AccessToken>)> done) override;
    void discard(const QByteArray& token) override;
    void endSession(const Failure& why) override;

Q_SIGNALS:
    /// The refresh token that is good from now on; the former one is spent.
    void rotated(const QByteArray& refreshToken);
    /// The service said that the session is over.
    void ended(const proconnect::Failure& why);

private:
    void refresh();
    void take(const TokenGrant& grant);

    HttpChannel& m_channel;
    const Clock& m_clock;
    RequestGate m_gate;
    QObject* m_session = nullptr; ///< context of calls that only matter to the open session
    std::optional<Jwk> m_deviceKey;
    QByteArray m_refreshToken;
    QByteArray m_accessToken;
    QDateTime m_expiresAt;
};

} // namespace proconnect
