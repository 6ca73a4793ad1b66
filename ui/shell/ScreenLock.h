// SPDX-License-Identifier: MIT
#pragma once

#include "ui/Services.h"
#include "ui/sign_in/LockReason.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace proconnect::ui {

/// Locks and unlocks the session (C-25): with the workstation's, after some time without activity when that
/// was chosen or imposed, and when the person asks. The last two last until a sign-in, whatever starts and
/// ends meanwhile.
class ScreenLock final : public QObject
{
    Q_OBJECT

public:
    ScreenLock(const Services& services, QObject* parent);

    void lockNow() { lock(LockReason::Asked); }
    /// Why it is locked, or was last.
    [[nodiscard]] LockReason reason() const { return m_reason; }
    /// How often the time without activity is looked at.
    void setCheckPause(std::chrono::milliseconds pause) { m_check.setInterval(pause); }

Q_SIGNALS:
    /// While locked.
    void reasonChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void lock(LockReason reason);
    void followWorkstation();
    void followSession();
    void lockWhenIdle();
    [[nodiscard]] bool idle() const;

    const Services& m_services;
    LockReason m_reason = LockReason::Asked;
    QDateTime m_lastInput;
    QTimer m_check;
};

} // namespace proconnect::ui
