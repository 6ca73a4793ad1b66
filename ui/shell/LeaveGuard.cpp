// SPDX-License-Identifier: MIT
#include "ui/shell/LeaveGuard.h"

#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace proconnect::ui {
namespace {

using Stage = PendingDecision::Stage;

bool anyAt(const DecisionDesk& decisions, std::initializer_list<Stage> stages)
{
    const QList<PendingDecision> pending = decisions.pending();
    return std::any_of(pending.begin(), pending.end(), [&stages](const PendingDecision& one) {
        return std::find(stages.begin(), stages.end(), one.stage) != stages.end();
    });
}

} // namespace

LeaveGuard::LeaveGuard(SessionController& session, DecisionDesk& decisions, const Theme& theme,
                       QWidget* window)
    : QObject(window), m_session(session), m_decisions(decisions), m_theme(theme), m_window(window)
{}

bool LeaveGuard::forgets() const
{
    return m_session.secretKeeping() == SecretKeeping::MemoryOnly;
}

bool LeaveGuard::mayQuit() const
{
    return forgets() ? !m_decisions.keepsAny() : !anyAt(m_decisions, {Stage::Undoable});
}

bool LeaveGuard::mayLeave(Way way) const
{
    return way == Way::SignOut ? !m_decisions.keepsAny() : mayQuit();
}

LeaveGuard::Plight LeaveGuard::plight(Way way) const
{
    if (way == Way::Quit) {
        return Plight::Sendable; // asked about only what can still be undone
    }
    // None that is told: they wait for their owner's sign-in.
    const bool waiting = m_decisions.pending().isEmpty() ||
                         anyAt(m_decisions, {Stage::AwaitingNetwork, Stage::AwaitingSignIn});
    return waiting ? Plight::Waiting : Plight::Sendable;
}

void LeaveGuard::askToQuit(const std::function<void()>& leave)
{
    const Way way = forgets() ? Way::QuitForgetting : Way::Quit;
    ask(way, plight(way), leave);
}

void LeaveGuard::signOut(const std::function<void()>& leave)
{
    if (mayLeave(Way::SignOut)) {
        leave();
        return;
    }
    ask(Way::SignOut, plight(Way::SignOut), leave);
}

void LeaveGuard::ask(Way way, Plight plight, const std::function<void()>& leave)
{
    if (m_dialog) {
        return;
    }
    delete m_wait; // the person asked anew
    m_dialog = new LeaveDialog(m_theme, way, plight, m_window);
    m_decisions.setCountdownPaused(true);
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        m_decisions.setCountdownPaused(false);
    });
    connect(m_dialog, &LeaveDialog::sendChosen, this, [this, way, leave] {
        m_decisions.disconnect(m_dialog);
        sendRecallable();
        leaveWhenSent(way, leave);
    });
    connect(m_dialog, &LeaveDialog::dropChosen, this, [this, leave] {
        m_decisions.disconnect(m_dialog);
        for (const PendingDecision& one : m_decisions.pending()) {
            if (one.stage == Stage::Undoable) {
                m_decisions.undo(one.decision.id);
            }
        }
        leave();
    });
    // What was asked about may leave by itself meanwhile: nothing is left to ask.
    connect(&m_decisions, &DecisionDesk::pendingChanged, m_dialog, [this, way, leave] {
        if (m_dialog->isVisible() && mayLeave(way)) {
            m_decisions.disconnect(m_dialog);
            m_dialog->reject();
            leave();
        }
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

void LeaveGuard::leaveWhenSent(Way way, const std::function<void()>& leave)
{
    delete m_wait;
    m_wait = new QObject(this); // its connections go with it
    const auto look = [this, wait = m_wait.data(), way, leave](bool patient) {
        const bool unanswered = anyAt(m_decisions, {Stage::Sending});
        if (m_wait != wait || (patient && unanswered)) {
            return;
        }
        m_wait.clear();
        wait->deleteLater();
        // Quitting with a key store loses nothing: what did not leave goes on at the next start.
        if (mayLeave(way)) {
            leave();
        } else {
            ask(way, unanswered && way != Way::Quit ? Plight::Unanswered : plight(way), leave);
        }
    };
    connect(&m_decisions, &DecisionDesk::pendingChanged, m_wait, [look] { look(true); });
    // The dialog that was answered has closed by then.
    QTimer::singleShot(0, m_wait, [look] { look(true); });
    QTimer::singleShot(m_patience, m_wait, [look] { look(false); });
}

} // namespace proconnect::ui
