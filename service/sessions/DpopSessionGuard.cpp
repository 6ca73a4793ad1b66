// SPDX-License-Identifier: MIT
#include "service/sessions/DpopSessionGuard.h"

namespace proconnect::service {
namespace {

constexpr qint64 recentSeconds = 12LL * 3600;
constexpr qint64 highEffectSeconds = 5LL * 60;
constexpr qsizetype longestToken = 256;

Failure unauthorized(const char* why)
{
    return {FailureCode::Unauthorized, QLatin1String(why), {}};
}

} // namespace

Outcome<SignedInPerson> DpopSessionGuard::authenticate(const HttpRequest& request)
{
    const QByteArray authorization = request.header("authorization");
    const QByteArray scheme = "dpop ";
    const QByteArray token = authorization.mid(scheme.size());
    if (authorization.left(scheme.size()).toLower() != scheme || token.isEmpty() ||
        token.size() > longestToken) {
        return unauthorized("no access token");
    }
    auto person = m_sessions.find(token);
    if (!person) {
        return person;
    }
    const auto proof = m_proofs.verify(request, token);
    if (!proof) {
        return proof.failure();
    }
    if (proof.value().thumbprint != person.value().deviceThumbprint) {
        return unauthorized("access token of another device");
    }
    return person;
}

Outcome<Done> DpopSessionGuard::requireRecentSignIn(const SignedInPerson& person) const
{
    if (person.signedInAt.secsTo(m_clock.now()) > recentSeconds) {
        return Failure{FailureCode::SignInTooOld, {}, {}};
    }
    return Done{};
}

Outcome<Done> DpopSessionGuard::requireHighEffectSignIn(const SignedInPerson& person) const
{
    if (!person.signedInAt.isValid() || person.signedInAt.secsTo(m_clock.now()) > highEffectSeconds) {
        return Failure{FailureCode::StrongSignInNeeded, QStringLiteral("older than five minutes"), {}};
    }
    if (person.assurance < m_highEffectAssurance) {
        return Failure{FailureCode::StrongSignInNeeded, QStringLiteral("level too low"), {}};
    }
    return Done{};
}

Outcome<FranceConnectIdentity> DpopSessionGuard::identityForMatching(const SignedInPerson& person)
{
    return m_sessions.pivot(person.sessionId);
}

} // namespace proconnect::service
