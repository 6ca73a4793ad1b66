// SPDX-License-Identifier: MIT
#include "ui/shell/LeaveGuard.h"

#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace proconnect::ui {
namespace {

using Stage = PendingDecision::Stage;

/// Longest wait for the service to take a decision before leaving.
constexpr int longestWaitMs = 5000;

bool anyAt(const DecisionDesk& decisions, std::initializer_list<Stage> stages)
{
    const QList<PendingDecision> pending = decisions.pending();
    return std::any_of(pending.begin(), pending.end(), [&stages](const PendingDecision& one) {
        return std::find(stages.begin(), stages.end(), one.stage) != stages.end();
    });
}

/// Whether nothing more is to be waited for before leaving.
bool over(const DecisionDesk& decisions, LeaveDialog::Way way)
{
    return way == LeaveDialog::Way::Quit ? !anyAt(decisions, {Stage::Sending})
                                         : decisions.pending().isEmpty();
}

} // namespace

LeaveGuard::LeaveGuard(DecisionDesk& decisions, const Theme& theme, QWidget* window)
    : QObject(window), m_decisions(decisions), m_theme(theme), m_window(window)
{}

bool LeaveGuard::mayQuit() const
{
    return !anyAt(m_decisions, {Stage::Undoable});
}

void LeaveGuard::askToQuit(std::function<void()> leave)
{
    ask(LeaveDialog::Way::Quit, true, leave);
}

void LeaveGuard::signOut(std::function<void()> leave)
{
    if (m_decisions.pending().isEmpty()) {
        leave();
        return;
    }
    const bool waiting = anyAt(m_decisions, {Stage::AwaitingNetwork, Stage::AwaitingSignIn});
    ask(LeaveDialog::Way::SignOut, !waiting, leave);
}

void LeaveGuard::ask(LeaveDialog::Way way, bool sendable, const std::function<void()>& leave)
{
    if (m_dialog) {
        return;
    }
    m_dialog = new LeaveDialog(m_theme, way, sendable, m_window);
    m_decisions.setCountdownPaused(true);
    connect(m_dialog, &QDialog::finished, this, [this] { m_decisions.setCountdownPaused(false); });
    connect(m_dialog, &LeaveDialog::sendChosen, this, [this, way, leave] {
        sendRecallable();
        leaveWhenSent(way, leave);
    });
    connect(m_dialog, &LeaveDialog::dropChosen, this, [this, leave] {
        for (const PendingDecision& one : m_decisions.pending()) {
            if (one.stage == Stage::Undoable) {
                m_decisions.undo(one.decision.id);
            }
        }
        leave();
    });
    m_dialog->open();
}

void LeaveGuard::sendRecallable()
{
    for (const PendingDecision& one : m_decisions.pending()) {
        if (one.stage == Stage::Undoable || one.stage == Stage::Held) {
            m_decisions.sendNow(one.decision.id);
        }
    }
}

void LeaveGuard::leaveWhenSent(LeaveDialog::Way way, const std::function<void()>& leave)
{
    if (over(m_decisions, way)) {
        leave();
        return;
    }
    // Dies with the wait, and its connections with it.
    auto* wait = new QObject(this);
    connect(&m_decisions, &DecisionDesk::pendingChanged, wait, [this, way, leave, wait] {
        if (over(m_decisions, way)) {
            wait->deleteLater();
            wait->disconnect();
            m_decisions.disconnect(wait);
            leave();
        }
    });
    // Quitting loses nothing: what did not leave is kept and goes on at the next start. Signing out would.
    QTimer::singleShot(longestWaitMs, wait, [way, leave, wait] {
        wait->deleteLater();
        if (way == LeaveDialog::Way::Quit) {
            leave();
        }
    });
}

} // namespace proconnect::ui
