// SPDX-License-Identifier: MIT
#pragma once

#include "service/sessions/DpopCheck.h"
#include "service/sessions/SessionGuard.h"
#include "service/sessions/SessionStore.h"

namespace proconnect::service {

/// SessionGuard on SessionStore: an access token is worth something only with a proof by its device's key.
class DpopSessionGuard final : public SessionGuard
{
public:
    /// `highEffectAssurance`: least eIDAS rank for acts of high effect.
    DpopSessionGuard(SessionStore& sessions, const AccessTokens& tokens, DpopCheck& proofs,
                     const Clock& clock, int highEffectAssurance)
        : m_sessions(sessions), m_tokens(tokens), m_proofs(proofs), m_clock(clock),
          m_highEffectAssurance(highEffectAssurance)
    {}

    [[nodiscard]] Outcome<SignedInPerson> authenticate(const HttpRequest& request) override;
    [[nodiscard]] Outcome<CompanyReader> authenticateReader(const HttpRequest& request,
                                                            const QString& siren) override;
    [[nodiscard]] Outcome<SignedInPerson> named(SignedInPerson person) override;
    [[nodiscard]] Outcome<Done> requireRecentSignIn(const SignedInPerson& person) const override;
    [[nodiscard]] Outcome<Done> requireHighEffectSignIn(const SignedInPerson& person) const override;
    [[nodiscard]] Outcome<Done> requireStillSignedIn(QSqlDatabase& connection,
                                                     const SignedInPerson& person) const override;
    [[nodiscard]] Outcome<FranceConnectIdentity> identityForMatching(const SignedInPerson& person) override;

private:
    /// Unauthorized unless the call proves that it comes from the device that the token was given to.
    [[nodiscard]] Outcome<Done> requireProof(const HttpRequest& request, const QByteArray& token,
                                             const SignedInPerson& person);

    SessionStore& m_sessions;
    const AccessTokens& m_tokens;
    DpopCheck& m_proofs;
    const Clock& m_clock;
    int m_highEffectAssurance;
};

} // namespace proconnect::service
