// SPDX-License-Identifier: MIT
#include "ui/shell/ScreenLock.h"

#include "core/clock/Clock.h"
#include "core/session/SessionController.h"
#include "core/workstation/Workstation.h"
#include "ui/UiSettings.h"

#include <QCoreApplication>
#include <QEvent>

namespace proconnect::ui {
namespace {

using State = SessionController::State;

constexpr std::chrono::seconds betweenChecks{5};
constexpr qint64 secondsPerMinute = 60;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

ScreenLock::ScreenLock(const Services& services, QObject* parent)
    : QObject(parent), m_services(services), m_lastInput(services.clock.now())
{
    m_check.setInterval(betweenChecks);
    connect(&m_check, &QTimer::timeout, this, &ScreenLock::lockWhenIdle);
    connect(&services.workstation, &Workstation::lockedChanged, this, &ScreenLock::followWorkstation);
    connect(&services.session, &SessionController::stateChanged, this, &ScreenLock::followSession);
    QCoreApplication::instance()->installEventFilter(this);
    if (services.settings.leftLocked()) {
        services.session.lock(); // an end of the program is no way around the sign-in
    }
    followSession();
    followWorkstation();
}

bool ScreenLock::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(event->type())) {
        m_lastInput = m_services.clock.now();
    }
    return QObject::eventFilter(watched, event);
}

void ScreenLock::lock(LockReason reason)
{
    const State state = m_services.session.state();
    if (state == State::SignedIn) {
        m_reason = reason;
        m_services.settings.setLeftLocked(reason != LockReason::Workstation);
        m_services.session.lock();
    } else if (state == State::Starting && reason == LockReason::Workstation &&
               !m_services.settings.leftLocked()) {
        m_reason = reason;
        m_services.session.lock();
    }
}

void ScreenLock::followWorkstation()
{
    const State state = m_services.session.state();
    if (m_services.workstation.locked()) {
        if (state == State::SigningIn) {
            // It could end well with nobody there.
            m_services.session.abandonSignIn({FailureCode::Cancelled, QStringLiteral("locked"), {}});
        }
        lock(LockReason::Workstation);
        return;
    }
    if (m_reason != LockReason::Workstation || (state != State::Locked && state != State::Starting)) {
        return;
    }
    if (state == State::Locked && idle()) {
        m_reason = LockReason::Idle;
        m_services.settings.setLeftLocked(true);
        Q_EMIT reasonChanged();
        return;
    }
    m_services.session.unlock();
}

void ScreenLock::followSession()
{
    const State state = m_services.session.state();
    if (state == State::SignedIn) {
        m_lastInput = m_services.clock.now();
        m_check.start();
    } else {
        m_check.stop();
    }
    if (state == State::SignedIn || state == State::SignedOut) {
        m_services.settings.setLeftLocked(false);
    }
    if (state == State::Locked && m_reason == LockReason::Workstation && !m_services.workstation.locked()) {
        // The key store did not answer: only a sign-in asks it again.
        m_reason = LockReason::Asked;
        Q_EMIT reasonChanged();
    }
}

bool ScreenLock::idle() const
{
    const int minutes = m_services.settings.lockMinutes();
    return minutes > 0 && m_lastInput.secsTo(m_services.clock.now()) >= minutes * secondsPerMinute;
}

void ScreenLock::lockWhenIdle()
{
    if (idle()) {
        lock(LockReason::Idle);
    }
}

} // namespace proconnect::ui
