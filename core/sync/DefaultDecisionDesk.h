// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/net/ApiClient.h"
#include "core/session/SessionController.h"
#include "core/session/TokenKeeper.h"
#include "core/sync/DecisionDesk.h"
#include "core/sync/OutgoingQueue.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <chrono>
#include <optional>

namespace proconnect {

/// Signs and stores a decision before its countdown starts, sends it after, and repeats until the service has
/// it: the service takes an id once, so a repetition after a crash or a lost answer does no harm.
class DefaultDecisionDesk final : public DecisionDesk
{
    Q_OBJECT

public:
    DefaultDecisionDesk(SessionController& session, TokenKeeper& tokens, ApiClient& api,
                        EncryptedStore& store, const Clock& clock, QObject* parent = nullptr);

    /// How long a decision can be undone; ten seconds unless a test shortens it.
    void setUndoTime(std::chrono::milliseconds time) { m_undoTime = time; }
    /// Sends again, now, what waits for the network.
    void retryNow();

    [[nodiscard]] QList<PendingDecision> pending() const override;
    [[nodiscard]] bool keepsAny() const override;
    Outcome<QString> submit(Decision decision, const QString& person, const QString& portalName,
                            SignInStrength needs = SignInStrength::Ordinary) override;
    bool undo(const QString& id) override;
    void sendNow(const QString& id) override;
    void setCountdownPaused(bool paused) override;

private:
    using Stage = PendingDecision::Stage;

    void followSession();
    /// What the queue on the disk has too.
    void forget();
    void goOnAfterSignIn();
    void startCountdown();
    void tick();
    void leave(OutgoingDecision& entry);
    void sendWaiting();
    void send(const OutgoingDecision& entry);
    void answered(const QString& id, int signInsBefore, const Outcome<DecisionReceipt>& receipt);
    void awaitSignIn(const QString& id, SignInStrength strength, bool notTaken);
    void awaitNetwork(const QString& id, FailureCode hindrance);
    void setStage(const QString& id, Stage stage);
    [[nodiscard]] qsizetype indexOf(const QString& id) const;

    SessionController& m_session;
    TokenKeeper& m_tokens;
    ApiClient& m_api;
    OutgoingQueue m_queue;
    const Clock& m_clock;
    std::chrono::milliseconds m_undoTime{10'000};
    bool m_loaded = false;
    bool m_paused = false;
    bool m_lockedAway = false; ///< whether the queue held any when its key went
    int m_failures = 0;
    QList<OutgoingDecision> m_entries;
    QHash<QString, qint64> m_remaining; ///< milliseconds of undo time left, by id; none once it was released
    QHash<QString, int> m_underWay;     ///< sent, no answer yet; how many sign-ins there had been
    int m_signIns = 0;
    std::optional<SignInStrength> m_signInAsked;     ///< and neither done nor given up yet
    QHash<QString, SignInStrength> m_signInAskedFor; ///< the strongest so far, by decision
    QTimer m_ticker;
    QElapsedTimer m_sinceTick;
    QTimer m_retry;
};

} // namespace proconnect
