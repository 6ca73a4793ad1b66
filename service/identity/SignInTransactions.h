// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/protocol/SignInMessages.h"
#include "service/keys/ServiceKeys.h"
#include "service/sessions/SessionStore.h"
#include "service/storage/Database.h"

#include <functional>

namespace proconnect::service {

/// A transaction that an application opened; `ticket` starts it in a browser, once.
struct OpenedSignIn
{
    QString id;
    QByteArray ticket;
    QDateTime expiresAt;
};

/// Its start: what FranceConnect and the browser get.
struct StartedSignIn
{
    QString id;
    QString provider;
    QByteArray cookie; ///< binds the return to the same browser
    QString state;
    QString nonce;
};

/// Where a sign-in ends.
struct SignInReturn
{
    QString id;
    bool loopback = false;
    int loopbackPort = 0;
    QString provider; ///< who answers
    QString nonceFingerprint;
    bool expired = false;
};

/// Sign-ins under way: opened → started → returned → proven → redeemed, or failed. Each step is taken once,
/// whatever comes twice. Tickets, cookies, states, nonces and codes are kept as fingerprints only.
class SignInTransactions
{
public:
    using Recognise = std::function<Outcome<Done>(QSqlDatabase& connection, const SignInResult& proof,
                                                  const QString& expected)>;

    static constexpr int lifeSeconds = 600;
    static constexpr int codeSeconds = 60;

    SignInTransactions(Database& database, const ServiceKeys& keys, const Clock& clock)
        : m_database(database), m_keys(keys), m_clock(clock)
    {}

    /// InvalidRequest when the challenge, the thumbprint, the way back or the strength is not well formed;
    /// TooManyRequests when very many are open. `provider` is where the sign-in goes.
    [[nodiscard]] Outcome<OpenedSignIn> open(const SignInRequest& request, const QString& provider);
    /// SignInExpired when the ticket is unknown, used or too old.
    [[nodiscard]] Outcome<StartedSignIn> start(const QByteArray& ticket);
    /// Takes the browser's return. `cookieOf` gives the cookie that this browser holds for a transaction.
    /// SignInRefused when the state is unknown, was used, or belongs to another browser: nothing changes
    /// then.
    [[nodiscard]] Outcome<SignInReturn>
    takeReturn(const QString& state, const std::function<QByteArray(const QString& id)>& cookieOf);
    [[nodiscard]] bool isNonce(const QString& nonce, const QString& fingerprint) const;
    /// Where `id` must return, for a failure before FranceConnect.
    [[nodiscard]] Outcome<SignInReturn> returnOf(const QString& id);
    /// Keeps the result, sealed, for whoever shows the one-time code given.
    [[nodiscard]] Outcome<QByteArray> prove(const QString& id, const SignInResult& result);
    [[nodiscard]] Outcome<Done> fail(const QString& id);
    /// Opens the session, of a device called as it was at open(), in one transaction with the end of the
    /// code. `recognise` sees to it that a proof is of the one person who was expected, and fails when it is
    /// not: SignInOtherPerson and SignInRefused end the transaction, anything else leaves the code good. A
    /// right code with a wrong verifier or key ends it too: someone else has seen it. Failures:
    /// SignInRefused, SignInExpired, SignInOtherPerson (the argument is the name of who signed in).
    [[nodiscard]] Outcome<TokenGrant> redeem(const QString& id, const QByteArray& code,
                                             const QByteArray& verifier, const DeviceKey& device,
                                             SessionStore& sessions, const Recognise& recognise);
    /// Deletes what is over; a job's work.
    [[nodiscard]] Outcome<Done> forgetOld();

private:
    [[nodiscard]] QString fingerprint(const QByteArray& value, const char* what) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
