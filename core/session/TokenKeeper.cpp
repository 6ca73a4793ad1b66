// SPDX-License-Identifier: MIT
#include "core/session/TokenKeeper.h"

#include "core/session/TokenRequest.h"

namespace proconnect {
namespace {

// A token that expires while the call travels would be refused.
constexpr int marginSeconds = 10;

} // namespace

TokenKeeper::TokenKeeper(HttpChannel& channel, const Clock& clock, QObject* parent)
    : QObject(parent), m_channel(channel), m_clock(clock)
{}

void TokenKeeper::open(const Jwk& deviceKey, const QByteArray& refreshToken)
{
    close();
    m_session = new QObject(this);
    m_deviceKey = deviceKey;
    m_refreshToken = refreshToken;
}

void TokenKeeper::open(const Jwk& deviceKey, const TokenGrant& grant)
{
    open(deviceKey, QByteArray());
    take(grant);
}

void TokenKeeper::close()
{
    m_deviceKey.reset();
    m_refreshToken.clear();
    m_accessToken.clear();
    delete std::exchange(m_session, nullptr);
}

void TokenKeeper::whenQuiet(QObject* context, std::function<void()> done)
{
    m_gate.pass({context, [done = std::move(done)](const Outcome<Done>&) { done(); }});
}

void TokenKeeper::take(const TokenGrant& grant)
{
    m_accessToken = grant.accessToken.toLatin1();
    m_refreshToken = grant.refreshToken.toLatin1();
    m_expiresAt = m_clock.now().addSecs(grant.expiresIn - marginSeconds);
}

std::optional<AccessToken> TokenKeeper::current() const
{
    if (!m_deviceKey || m_accessToken.isEmpty() || m_clock.now() >= m_expiresAt) {
        return std::nullopt;
    }
    return AccessToken{m_accessToken, *m_deviceKey};
}

void TokenKeeper::withToken(QObject* context, std::function<void(Outcome<AccessToken>)> done)
{
    const Answer<Outcome<AccessToken>> answer(context, std::move(done));
    if (const auto token = current()) {
        answer(*token);
        return;
    }
    if (m_refreshToken.isEmpty()) {
        answer(Failure{FailureCode::Unauthorized, QStringLiteral("nobody is signed in"), {}});
        return;
    }
    if (!m_gate.closed()) {
        refresh();
    }
    m_gate.pass({this, [this, answer](const Outcome<Done>& renewed) {
                     const auto token = current();
                     if (renewed && token) {
                         answer(*token);
                     } else {
                         answer(renewed ? Failure{FailureCode::Cancelled, {}, {}} : renewed.failure());
                     }
                 }});
}

void TokenKeeper::refresh()
{
    auto hold = m_gate.hold();
    m_channel.send(
        refreshGrantCall(*m_deviceKey, m_refreshToken), m_session,
        [this, hold = std::move(hold)](const Outcome<HttpAnswer>& answer) mutable {
            const auto grant = answer ? readGrant(answer.value()) : Outcome<TokenGrant>(answer.failure());
            if (grant) {
                take(grant.value());
                Q_EMIT rotated(m_refreshToken);
                hold->settle(Done{});
                return;
            }
            hold->settle(grant.failure());
            // Only the service's own word ends a session; an outage never does.
            const auto code = grant.failure().code;
            if (code == FailureCode::SessionEnded || code == FailureCode::Unauthorized) {
                hold.reset();
                endSession({FailureCode::SessionEnded, grant.failure().detail, grant.failure().argument});
            }
        });
}

void TokenKeeper::discard(const QByteArray& token)
{
    if (m_accessToken == token) {
        m_accessToken.clear();
    }
}

void TokenKeeper::endSession(const Failure& why)
{
    if (m_deviceKey) {
        close();
        Q_EMIT ended(why);
    }
}

} // namespace proconnect
