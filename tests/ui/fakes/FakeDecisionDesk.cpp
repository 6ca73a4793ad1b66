// SPDX-License-Identifier: MIT
#include "tests/ui/fakes/FakeDecisionDesk.h"

#include "tests/ui/fakes/DemonstrationSnapshot.h"

#include <algorithm>

namespace proconnect::tests {

Outcome<QString> FakeDecisionDesk::submit(Decision decision, const QString& person, const QString& portalName,
                                          SignInStrength needs)
{
    if (m_storageFailure) {
        return *m_storageFailure;
    }
    decision.id = QStringLiteral("decision-%1").arg(m_submitted.size() + 1);
    decision.decidedAt = demonstrationNow();
    m_submitted += decision;
    m_strengths += needs;
    PendingDecision pending;
    pending.decision = decision;
    pending.person = person;
    pending.portalName = portalName;
    pending.secondsLeft = 10;
    m_pending += pending;
    Q_EMIT pendingChanged();
    return decision.id;
}

Decision FakeDecisionDesk::remove(const QString& id)
{
    const auto found = std::find_if(m_pending.cbegin(), m_pending.cend(),
                                    [&id](const PendingDecision& one) { return one.decision.id == id; });
    if (found == m_pending.cend()) {
        qFatal("no such decision");
    }
    Decision decision = found->decision;
    m_pending.erase(found);
    return decision;
}

bool FakeDecisionDesk::undo(const QString& id)
{
    const Decision decision = remove(id);
    Q_EMIT pendingChanged();
    Q_EMIT undone(decision);
    return true;
}

void FakeDecisionDesk::setStage(const QString& id, PendingDecision::Stage stage)
{
    for (PendingDecision& one : m_pending) {
        if (one.decision.id == id) {
            one.stage = stage;
        }
    }
    Q_EMIT pendingChanged();
}

void FakeDecisionDesk::hinder(const QString& id, FailureCode hindrance)
{
    for (PendingDecision& one : m_pending) {
        if (one.decision.id == id) {
            one.hindrance = hindrance;
        }
    }
    setStage(id, PendingDecision::Stage::AwaitingNetwork);
}

void FakeDecisionDesk::refuseAsTooOld(const QString& id)
{
    for (PendingDecision& one : m_pending) {
        one.notTaken = one.notTaken || one.decision.id == id;
    }
    setStage(id, PendingDecision::Stage::AwaitingSignIn);
    Q_EMIT signInNeeded(SignInStrength::Ordinary);
}

void FakeDecisionDesk::tick()
{
    for (PendingDecision& one : m_pending) {
        one.secondsLeft = std::max(0, one.secondsLeft - 1);
    }
    Q_EMIT pendingChanged();
}

void FakeDecisionDesk::take(const QString& id, const QDateTime& at)
{
    const Decision decision = remove(id);
    Q_EMIT taken(decision, {id, at, QStringLiteral("RC-2026-000123"), QStringLiteral("ABCD")});
    Q_EMIT pendingChanged();
}

void FakeDecisionDesk::refuse(const QString& id, const Failure& failure)
{
    const Decision decision = remove(id);
    Q_EMIT refused(decision, failure);
    Q_EMIT pendingChanged();
}

} // namespace proconnect::tests
