// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/FranceConnectIdentity.h"
#include "core/protocol/SignInMessages.h"
#include "service/keys/ServiceKeys.h"
#include "service/sessions/AccessTokens.h"
#include "service/sessions/RecentIdentity.h"
#include "service/sessions/SessionGuard.h"
#include "service/storage/Database.h"

#include <optional>

namespace proconnect::service {

/// What a finished sign-in brings.
struct SignInResult
{
    QString subject; ///< our pseudonym
    PersonName name;
    FranceConnectIdentity identity;
    QDateTime signedInAt;
    int assurance = 1;
    QByteArray idToken; ///< of the provider; kept sealed until the session ends
    QString provider = QStringLiteral("franceconnect");
};

/// What a value of a session is sealed for.
[[nodiscard]] QByteArray sessionContext(const QString& sessionId, const char* what);

/// SessionEnded, with the reason when another computer of the person ended it: what the device is told.
[[nodiscard]] Failure endedSession(const QString& reason = {});

/// What is left to do at the identity provider after a session.
struct EndedSession
{
    QByteArray idToken; ///< empty: nothing
    QString provider;
};

struct DeviceKey
{
    QJsonObject publicKey;
    QString thumbprint;
    QString name; ///< as the computer calls itself; empty when it did not say
};

/// Sessions of devices with their tokens, of which only fingerprints are kept (RFC 6749, 9449, 9700).
class SessionStore
{
public:
    static constexpr int accessSeconds = 30 * 60;
    static constexpr int refreshSeconds = 30 * 24 * 3600;
    static constexpr int pivotSeconds = 30 * 60;
    /// An answer may get lost on its way: for so long, the same device may ask again with the token it had,
    /// as long as the newer one was not used (docs/operations.md, Sessions, says why).
    static constexpr int retrySeconds = 30;

    SessionStore(Database& database, const ServiceKeys& keys, const Clock& clock)
        : m_database(database), m_keys(keys), m_clock(clock)
    {}

    /// Opens a session on `connection`, in the caller's transaction; any other session of that device ends.
    [[nodiscard]] Outcome<TokenGrant> open(QSqlDatabase& connection, const SignInResult& person,
                                           const DeviceKey& device);
    /// Exchanges a refresh token. A token used twice ends the session with all its tokens: one of the two
    /// users stole it. Failures: SessionEnded, Unauthorized (another device's key).
    [[nodiscard]] Outcome<TokenGrant> refresh(const QByteArray& refreshToken,
                                              const QString& deviceThumbprint);
    /// SessionEnded unless the person has a session on that computer; one that a newer sign-in there replaced
    /// is as good. In the caller's transaction.
    [[nodiscard]] static Outcome<Done> requireOpen(QSqlDatabase& connection, const SignedInPerson& person);
    /// The pivot identity while it is kept; SignInTooOld afterwards.
    [[nodiscard]] Outcome<FranceConnectIdentity> pivot(const QString& sessionId);
    /// The same of the person's latest sign-in on any device; nothing once all are forgotten.
    [[nodiscard]] Outcome<std::optional<RecentIdentity>> recentIdentity(const QString& subject);
    /// Erases the pivot identity of every sign-in of the person, in the caller's transaction: it was matched.
    [[nodiscard]] static Outcome<Done> forgetIdentity(QSqlDatabase& connection, const QString& subject);
    /// Ends the session; gives the provider's ID token when it was still kept.
    [[nodiscard]] Outcome<EndedSession> end(const QString& sessionId, const QString& reason);
    /// Erases pivot identities, tokens and sessions whose time has passed; a job's work.
    [[nodiscard]] Outcome<Done> forgetOld();

private:
    [[nodiscard]] Outcome<TokenGrant> issue(QSqlDatabase& connection, const QString& sessionId,
                                            const QString& replacedHash);
    [[nodiscard]] Outcome<TokenGrant> rotate(QSqlDatabase& connection, const QString& hash,
                                             const QString& deviceThumbprint, bool& stolen);
    [[nodiscard]] QString sealed(const QByteArray& plain, const QString& sessionId, const char* what) const;
    [[nodiscard]] Outcome<QByteArray> opened(const QString& sealed, const QString& sessionId,
                                             const char* what) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
