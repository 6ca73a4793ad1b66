// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Decision.h"
#include "core/result/Outcome.h"
#include "core/session/SignInStrength.h"

#include <QList>
#include <QObject>

namespace proconnect {

/// A decision on its way.
struct PendingDecision
{
    /// Undoable: the ten seconds run. Held: found at start after a crash, after a lock, or on a disk that
    /// cannot be changed; never sent without a word of the user.
    enum class Stage { Undoable, Sending, AwaitingSignIn, AwaitingNetwork, Held };

    Decision decision;
    QString person; ///< for the undo bar
    QString portalName;
    Stage stage = Stage::Undoable;
    int secondsLeft = 0; ///< while undoable
    /// Nobody has taken it: it never left, or the service asked for a newer sign-in instead.
    bool notTaken = false;
    /// While awaiting the network: what hindered the last sending.
    FailureCode hindrance = FailureCode::Offline;
    /// While awaiting a sign-in: how strong it must be.
    SignInStrength signIn = SignInStrength::Ordinary;

    /// Whether undo() can still take it back.
    [[nodiscard]] bool recallable() const
    {
        return stage == Stage::Undoable || stage == Stage::Held ||
               (stage == Stage::AwaitingSignIn && notTaken);
    }
};

/// Takes decisions, keeps them encrypted until the service has them, and lets the user undo for ten seconds.
/// A decision leaves the queue only when the service took or refused it, or the user undid it.
class DecisionDesk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QList<PendingDecision> pending() const = 0;
    /// Whether anything is kept that the service does not have yet, even of somebody who is signed out and
    /// whose decisions pending() does not tell.
    [[nodiscard]] virtual bool keepsAny() const = 0;

    /// Stores `decision` in the outgoing queue and starts its countdown; `id` and `decidedAt` are set here.
    /// When the last sign-in will not do for what it `needs`, it waits for one first (signInNeeded), and the
    /// countdown starts then. Fails when it cannot be stored (full disk): nothing is then pending.
    virtual Outcome<QString> submit(Decision decision, const QString& person, const QString& portalName,
                                    SignInStrength needs = SignInStrength::Ordinary) = 0;
    /// Removes a recallable decision; false when it has left, or may have, and when it cannot be removed from
    /// a protected disk: it is then Held.
    virtual bool undo(const QString& id) = 0;
    /// Sends an undoable or held decision at once.
    virtual void sendNow(const QString& id) = 0;
    /// Stops the countdowns while the undo bar has the pointer or the focus.
    virtual void setCountdownPaused(bool paused) = 0;

Q_SIGNALS:
    /// Any change in pending(), countdown included.
    void pendingChanged();
    void undone(const proconnect::Decision& decision);
    void taken(const proconnect::Decision& decision, const proconnect::DecisionReceipt& receipt);
    /// The service did not take it; it is no longer pending.
    void refused(const proconnect::Decision& decision, const proconnect::Failure& failure);
    /// The act needs a newer sign-in; it goes on by itself after one. Said once for each decision
    /// and strength.
    void signInNeeded(proconnect::SignInStrength strength);
};

} // namespace proconnect
