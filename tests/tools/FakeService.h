// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/jose/Dpop.h"
#include "core/jose/Jws.h"
#include "core/model/SnapshotDelta.h"
#include "core/protocol/ModelJson.h"
#include "tests/core/protocol/Samples.h"
#include "tests/tools/ScriptedServer.h"

#include <QCryptographicHash>
#include <QHash>
#include <QLocale>
#include <QUrlQuery>

namespace proconnect {

/// The service's side of the desktop's API, small and strict: checks proofs, rotates tokens, takes a decision
/// once. Public members are the faults a test asks for.
class FakeService : public ScriptedServer
{
public:
    explicit FakeService(const Clock& clock);
    ~FakeService() override;

    UserProfile profile = samples::profile();
    CompanySnapshot snapshot = samples::snapshot();
    std::optional<SnapshotDelta> delta;      ///< answered, once, to a call that accepts one
    QByteArray fault;                        ///< answered to everything instead, unless empty
    QByteArray decisionFault;                ///< answered to decisions
    bool loseDecisionAnswers = false;        ///< takes the decision, then closes the connection
    std::function<void()> whenTaken = [] {}; ///< after a decision is taken, before the answer
    QByteArray tokenFault;
    int expiresIn = 300;
    bool completionElsewhere = false;
    qint64 clockAhead = 0;     ///< seconds that this computer's clock is behind the service's
    QList<Decision> decisions; ///< taken, once each
    QList<DelegationAct> delegationActs;
    QList<QJsonObject> invitationAnswers;
    Delegation invitation = samples::delegation(); ///< what an answer makes of it
    int signOuts = 0;
    SignOutReply signOutReply;
    bool signInTooOld = false; ///< for acts of high effect, until the next sign-in
    bool neverContent = false; ///< no sign-in is new enough
    int attachments = 0;
    int codesSent = 0;
    SignInRequest lastRequest;

    /// What the completion page's address would be after FranceConnect said yes.
    [[nodiscard]] QUrl completion(const QString& query = QStringLiteral("transaction=tx&code=good")) const;
    /// Makes every access token given so far worthless.
    void expireTokens() { ++m_access; }
    void endSession(const QString& argument = {});
    [[nodiscard]] int refreshes() const { return m_refreshes; }

private:
    [[nodiscard]] QByteArray respond(const Request& request);

    [[nodiscard]] QByteArray openTransaction(const Request& request);

    [[nodiscard]] QByteArray grant(const Request& request);

    [[nodiscard]] QByteArray authenticated(const Request& request, const Jwk& key);

    [[nodiscard]] QByteArray delegationAct(const Request& request, const Jwk& key);

    /// The content of a body that the device signed.
    [[nodiscard]] Outcome<QJsonObject> signedClaims(const Request& request, const Jwk& key,
                                                    const QString& type) const;

    [[nodiscard]] QByteArray ofHighEffect(const Request& request);

    [[nodiscard]] QByteArray decide(const Request& request, const Jwk& key);

    [[nodiscard]] QByteArray accessToken() const { return "access-" + QByteArray::number(m_access); }

    const Clock& m_clock;
    QString m_thumbprint;
    int m_access = 0;
    int m_refresh = 0;
    int m_refreshes = 0;
    QString m_endArgument;
};

} // namespace proconnect
