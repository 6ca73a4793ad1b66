// SPDX-License-Identifier: MIT
#include "ui/models/DecisionTracker.h"

#include <algorithm>

namespace proconnect::ui {
namespace {

DecisionTracker::Stage stageOf(PendingDecision::Stage stage)
{
    switch (stage) {
    case PendingDecision::Stage::Undoable:
        return DecisionTracker::Stage::Undoable;
    case PendingDecision::Stage::Sending:
        return DecisionTracker::Stage::Sending;
    case PendingDecision::Stage::AwaitingSignIn:
        return DecisionTracker::Stage::AwaitingSignIn;
    case PendingDecision::Stage::AwaitingNetwork:
        return DecisionTracker::Stage::AwaitingNetwork;
    case PendingDecision::Stage::Held:
        break;
    }
    return DecisionTracker::Stage::Held;
}

/// True when `snapshot` was written with the decision, or after it by somebody else.
bool shows(const CompanySnapshot& snapshot, const DecisionTracker::Progress& progress)
{
    if (progress.takenAt.isValid() && snapshot.asOf >= progress.takenAt) {
        return true;
    }
    const auto newer = [&progress](const auto& item) {
        return item.id == progress.decision.target && item.version > progress.decision.targetVersion;
    };
    return std::any_of(snapshot.requests.cbegin(), snapshot.requests.cend(), newer) ||
           std::any_of(snapshot.accounts.cbegin(), snapshot.accounts.cend(), newer);
}

} // namespace

DecisionTracker::DecisionTracker(DecisionDesk& desk, Workspace& workspace, QObject* parent)
    : QObject(parent), m_desk(desk), m_workspace(workspace)
{
    connect(&m_desk, &DecisionDesk::pendingChanged, this, &DecisionTracker::readPending);
    connect(&m_desk, &DecisionDesk::taken, this, &DecisionTracker::noteTaken);
    connect(&m_desk, &DecisionDesk::refused, this, &DecisionTracker::noteRefused);
    connect(&m_workspace, &Workspace::snapshotChanged, this, &DecisionTracker::dropShown);
    readPending();
}

std::optional<DecisionTracker::Progress> DecisionTracker::progress(const QString& target) const
{
    const auto found = m_progress.constFind(target);
    return found == m_progress.cend() ? std::nullopt : std::optional{*found};
}

std::optional<Failure> DecisionTracker::refusal(const QString& target) const
{
    const auto found = m_refusals.constFind(target);
    return found == m_refusals.cend() ? std::nullopt : std::optional{*found};
}

void DecisionTracker::dismissRefusal(const QString& target)
{
    if (m_refusals.remove(target) > 0) {
        Q_EMIT changed();
    }
}

void DecisionTracker::readPending()
{
    ByTarget next;
    for (auto it = m_progress.cbegin(); it != m_progress.cend(); ++it) {
        if (it->stage == Stage::Taken) {
            next.insert(it.key(), *it);
        }
    }
    bool refusalGone = false;
    for (const PendingDecision& pending : m_desk.pending()) {
        next.insert(pending.decision.target, {pending.decision, stageOf(pending.stage), {}});
        refusalGone = m_refusals.remove(pending.decision.target) > 0 || refusalGone;
    }
    if (next != m_progress || refusalGone) {
        m_progress = next;
        Q_EMIT changed();
    }
}

void DecisionTracker::noteTaken(const Decision& decision, const DecisionReceipt& receipt)
{
    const Progress taken{decision, Stage::Taken, receipt.takenAt};
    const CompanySnapshot* snapshot = m_workspace.snapshot();
    if (snapshot && shows(*snapshot, taken)) {
        m_progress.remove(decision.target);
    } else {
        m_progress.insert(decision.target, taken);
    }
    Q_EMIT changed();
}

void DecisionTracker::noteRefused(const Decision& decision, const Failure& failure)
{
    m_progress.remove(decision.target);
    m_refusals.insert(decision.target, failure);
    Q_EMIT changed();
}

void DecisionTracker::dropShown()
{
    const CompanySnapshot* snapshot = m_workspace.snapshot();
    if (!snapshot) {
        return;
    }
    const auto before = m_progress.size();
    for (auto it = m_progress.begin(); it != m_progress.end();) {
        it = it->stage == Stage::Taken && shows(*snapshot, *it) ? m_progress.erase(it) : std::next(it);
    }
    if (m_progress.size() != before) {
        Q_EMIT changed();
    }
}

} // namespace proconnect::ui
