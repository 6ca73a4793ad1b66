// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/DecisionDesk.h"
#include "ui/shell/LeaveDialog.h"

#include <QPointer>

#include <functional>

namespace proconnect::ui {

/// Stands between the person who leaves and the decisions that have not left: nothing goes, or is dropped,
/// without a word.
class LeaveGuard final : public QObject
{
    Q_OBJECT

public:
    LeaveGuard(DecisionDesk& decisions, const Theme& theme, QWidget* window);

    /// Whether the window may close at once. What waits for the network or a sign-in is kept encrypted and
    /// goes on at the next start; what can still be undone is asked about.
    [[nodiscard]] bool mayQuit() const;
    /// Asks, then calls `leave` unless the person stays.
    void askToQuit(std::function<void()> leave);
    /// Calls `leave` at once when nothing waits, else asks: signing out drops what has not left.
    void signOut(std::function<void()> leave);

private:
    void ask(LeaveDialog::Way way, bool sendable, const std::function<void()>& leave);
    void sendRecallable();
    void leaveWhenSent(LeaveDialog::Way way, const std::function<void()>& leave);

    DecisionDesk& m_decisions;
    const Theme& m_theme;
    QWidget* m_window;
    QPointer<LeaveDialog> m_dialog;
};

} // namespace proconnect::ui
