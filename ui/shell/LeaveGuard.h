// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"
#include "core/sync/DecisionDesk.h"
#include "ui/shell/LeaveDialog.h"

#include <QPointer>

#include <chrono>
#include <functional>

namespace proconnect::ui {

/// Stands between the person who leaves and the decisions that have not left: nothing goes, or is dropped,
/// without a word.
class LeaveGuard final : public QObject
{
    Q_OBJECT

public:
    LeaveGuard(SessionController& session, DecisionDesk& decisions, const Theme& theme, QWidget* window);

    /// How long the service may take to answer before the person is asked again.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    /// Whether the window may close at once. What waits for the network or a sign-in is kept encrypted and
    /// goes on at the next start; what can still be undone is asked about. Without a key store nothing can be
    /// read at the next start, so everything is asked about.
    [[nodiscard]] bool mayQuit() const;
    /// Asks, then calls `leave` unless the person stays.
    void askToQuit(const std::function<void()>& leave);
    /// Calls `leave` at once when nothing waits, else asks: signing out drops what has not left.
    void signOut(const std::function<void()>& leave);

private:
    using Way = LeaveDialog::Way;
    using Plight = LeaveDialog::Plight;

    [[nodiscard]] bool forgets() const;
    [[nodiscard]] bool mayLeave(Way way) const;
    [[nodiscard]] Plight plight(Way way) const;
    void ask(Way way, Plight plight, const std::function<void()>& leave);
    void sendRecallable();
    void leaveWhenSent(Way way, const std::function<void()>& leave);

    SessionController& m_session;
    DecisionDesk& m_decisions;
    const Theme& m_theme;
    QWidget* m_window;
    std::chrono::milliseconds m_patience{5'000};
    QPointer<LeaveDialog> m_dialog;
    QPointer<QObject> m_wait;
};

} // namespace proconnect::ui
