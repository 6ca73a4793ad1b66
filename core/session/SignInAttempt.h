// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/net/HttpChannel.h"
#include "core/protocol/SignInMessages.h"
#include "core/session/SessionController.h"

#include <QObject>
#include <QUrlQuery>

namespace proconnect {

class LoopbackReturn;

/// One sign-in from transaction to profile: open at the service, wait for the browser, redeem the one-time
/// code, ask who it is. Ends in exactly one of succeeded() and failed(), then says no more.
class SignInAttempt : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString expectedSubject; ///< empty: anyone may sign in
        SessionController::Browser browser = SessionController::Browser::Embedded;
        SignInStrength strength = SignInStrength::Ordinary;
    };

    SignInAttempt(HttpChannel& channel, const Clock& clock, Jwk deviceKey, Wish wish,
                  QObject* parent = nullptr);

    void begin();
    /// The web view reached `url`; only the completion page with this transaction's return counts as one.
    void complete(const QUrl& url);
    void fail(const Failure& why);

Q_SIGNALS:
    void pageReady(const proconnect::SignInPage& page);
    void succeeded(const proconnect::TokenGrant& grant, const proconnect::UserProfile& profile);
    void failed(const proconnect::Failure& why);

private:
    enum class Step { Opening, Waiting, Redeeming, Over };

    void opened(const Outcome<HttpAnswer>& answer);
    void returned(const QUrlQuery& query);
    void redeem(const QString& code);
    void askWho(const TokenGrant& grant);
    [[nodiscard]] bool ours(const QUrl& url) const;

    HttpChannel& m_channel;
    const Clock& m_clock;
    Jwk m_deviceKey;
    Wish m_wish;
    QString m_verifier;
    LoopbackReturn* m_loopback = nullptr;
    Step m_step = Step::Opening;
    SignInTransaction m_transaction;
};

} // namespace proconnect
