// SPDX-License-Identifier: MIT
#include "service/sessions/DpopSessionGuard.h"

#include "core/model/SignInAge.h"

namespace proconnect::service {
namespace {

constexpr qsizetype longestToken = 256;

Failure unauthorized(const char* why)
{
    return {FailureCode::Unauthorized, QLatin1String(why), {}};
}

Outcome<QByteArray> tokenOf(const HttpRequest& request)
{
    const QByteArray authorization = request.header("authorization");
    const QByteArray scheme = "dpop ";
    QByteArray token = authorization.mid(scheme.size());
    if (authorization.left(scheme.size()).toLower() != scheme || token.isEmpty() ||
        token.size() > longestToken) {
        return unauthorized("no access token");
    }
    return token;
}

} // namespace

Outcome<SignedInPerson> DpopSessionGuard::authenticate(const HttpRequest& request)
{
    const auto token = tokenOf(request);
    if (!token) {
        return token.failure();
    }
    auto person = m_tokens.find(token.value());
    if (!person) {
        return person;
    }
    const auto proof = requireProof(request, token.value(), person.value());
    return proof ? std::move(person) : Outcome<SignedInPerson>(proof.failure());
}

Outcome<CompanyReader> DpopSessionGuard::authenticateReader(const HttpRequest& request, const QString& siren)
{
    const auto token = tokenOf(request);
    if (!token) {
        return token.failure();
    }
    auto reader = m_tokens.findReader(token.value(), siren);
    if (!reader) {
        return reader;
    }
    const auto proof = requireProof(request, token.value(), reader.value().person);
    return proof ? std::move(reader) : Outcome<CompanyReader>(proof.failure());
}

Outcome<SignedInPerson> DpopSessionGuard::named(SignedInPerson person)
{
    const auto name = m_tokens.name(person.sessionId);
    if (!name) {
        return name.failure();
    }
    person.displayName = displayNameOf(name.value());
    return person;
}

Outcome<Done> DpopSessionGuard::requireProof(const HttpRequest& request, const QByteArray& token,
                                             const SignedInPerson& person)
{
    const auto proof = m_proofs.verify(request, token);
    if (!proof) {
        return proof.failure();
    }
    return proof.value().thumbprint == person.deviceThumbprint
               ? Outcome<Done>(Done{})
               : Outcome<Done>(unauthorized("access token of another device"));
}

Outcome<Done> DpopSessionGuard::requireRecentSignIn(const SignedInPerson& person) const
{
    if (person.signedInAt.secsTo(m_clock.now()) > signinage::ordinary) {
        return Failure{FailureCode::SignInTooOld, {}, {}};
    }
    return Done{};
}

Outcome<Done> DpopSessionGuard::requireHighEffectSignIn(const SignedInPerson& person) const
{
    if (!person.signedInAt.isValid() || person.signedInAt.secsTo(m_clock.now()) > signinage::highEffect) {
        return Failure{FailureCode::StrongSignInNeeded, QStringLiteral("older than five minutes"), {}};
    }
    if (person.assurance < m_highEffectAssurance) {
        return Failure{FailureCode::StrongSignInNeeded, QStringLiteral("level too low"), {}};
    }
    return Done{};
}

Outcome<Done> DpopSessionGuard::requireStillSignedIn(QSqlDatabase& connection,
                                                     const SignedInPerson& person) const
{
    return SessionStore::requireOpen(connection, person);
}

Outcome<FranceConnectIdentity> DpopSessionGuard::identityForMatching(const SignedInPerson& person)
{
    return m_sessions.pivot(person.sessionId);
}

} // namespace proconnect::service
