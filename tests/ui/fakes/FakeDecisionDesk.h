// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DecisionDesk.h"

namespace proconnect::tests {

/// A decision desk in memory: the test moves each decision from stage to stage.
class FakeDecisionDesk final : public DecisionDesk
{
    Q_OBJECT

public:
    using DecisionDesk::DecisionDesk;

    [[nodiscard]] QList<PendingDecision> pending() const override
    {
        return m_hidden ? QList<PendingDecision>() : m_pending;
    }
    [[nodiscard]] bool keepsAny() const override { return !m_pending.isEmpty(); }
    Outcome<QString> submit(Decision decision, const QString& person, const QString& portalName,
                            SignInStrength needs = SignInStrength::Ordinary) override;
    bool undo(const QString& id) override;
    void sendNow(const QString& id) override { setStage(id, PendingDecision::Stage::Sending); }
    void setCountdownPaused(bool paused) override { m_paused = paused; }

    /// As once nobody is signed in any more: kept, and not told.
    void hide() { m_hidden = true; }
    void failStorageWith(const Failure& failure) { m_storageFailure = failure; }
    void setStage(const QString& id, PendingDecision::Stage stage);
    /// Could not be sent for now.
    void hinder(const QString& id, FailureCode hindrance);
    /// The service wants a newer sign-in for it.
    void refuseAsTooOld(const QString& id);
    /// A second less on every countdown.
    void tick();
    void take(const QString& id, const QDateTime& at);
    void refuse(const QString& id, const Failure& failure);

    [[nodiscard]] bool countdownPaused() const { return m_paused; }
    [[nodiscard]] const QList<Decision>& submitted() const { return m_submitted; }
    /// What each of them needed.
    [[nodiscard]] const QList<SignInStrength>& strengths() const { return m_strengths; }

private:
    [[nodiscard]] Decision remove(const QString& id);

    QList<PendingDecision> m_pending;
    QList<Decision> m_submitted;
    QList<SignInStrength> m_strengths;
    std::optional<Failure> m_storageFailure;
    bool m_paused = false;
    bool m_hidden = false;
};

} // namespace proconnect::tests
