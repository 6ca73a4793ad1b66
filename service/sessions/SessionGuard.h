// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/FranceConnectIdentity.h"
#include "service/http/HttpMessage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSqlDatabase>

#include <optional>

namespace proconnect::service {

/// The person behind a desktop's request, proven by an access token and a DPoP proof (RFC 9449).
struct SignedInPerson
{
    QString sessionId;
    QString subject; ///< our pseudonym, stable per person
    QString displayName;
    QJsonObject deviceKey;    ///< public JWK of the device; decisions are signed with it
    QString deviceThumbprint; ///< RFC 7638
    QDateTime signedInAt;     ///< last FranceConnect proof
    int assurance = 1;        ///< eIDAS rank
};

/// Somebody who asks for a company's news, and how far its data are.
struct CompanyReader
{
    SignedInPerson person; ///< without name and device key, which most such calls do not need
    qint64 cursor = 0;
};

/// Checks the Authorization and DPoP headers of the desktop's calls.
class SessionGuard
{
public:
    virtual ~SessionGuard() = default;

    /// Failures: Unauthorized, SessionEnded.
    [[nodiscard]] virtual Outcome<SignedInPerson> authenticate(const HttpRequest& request) = 0;
    /// authenticate() and the company's cursor in one question to the database, for the calls that desktops
    /// make all day. Whether the person may read that company is not looked at.
    [[nodiscard]] virtual Outcome<CompanyReader> authenticateReader(const HttpRequest& request,
                                                                    const QString& siren) = 0;
    /// The person of authenticateReader() with their name. SessionEnded when the session is gone meanwhile.
    [[nodiscard]] virtual Outcome<SignedInPerson> named(SignedInPerson person) = 0;
    /// SignInTooOld unless FranceConnect proved the person within 12 hours (ordinary decisions).
    [[nodiscard]] virtual Outcome<Done> requireRecentSignIn(const SignedInPerson& person) const = 0;
    /// StrongSignInNeeded unless the person was proved within 5 minutes, by FranceConnect+ where the operator
    /// has it: what acts of high effect need (administrator and payment rights, appointing somebody, the
    /// contact e-mail).
    [[nodiscard]] virtual Outcome<Done> requireHighEffectSignIn(const SignedInPerson& person) const = 0;
    /// SessionEnded when the person's computer was signed out since the call came in: to be asked within the
    /// transaction that writes, as a register may have been waited for in between.
    [[nodiscard]] virtual Outcome<Done> requireStillSignedIn(QSqlDatabase& connection,
                                                             const SignedInPerson& person) const = 0;
    /// The pivot identity, kept sealed for matching only: until it matched, and for 30 minutes after the
    /// sign-in at most. SignInTooOld once it is forgotten.
    [[nodiscard]] virtual Outcome<FranceConnectIdentity>
    identityForMatching(const SignedInPerson& person) = 0;
};

} // namespace proconnect::service
