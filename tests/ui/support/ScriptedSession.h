// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"

#include <utility>

namespace proconnect::tests {

/// A session that goes where the test sends it, and notes what the windows ask.
class ScriptedSession final : public SessionController
{
    Q_OBJECT

public:
    using SessionController::SessionController;

    void setState(State state)
    {
        m_state = state;
        Q_EMIT stateChanged();
    }
    void setProfile(const UserProfile& profile)
    {
        m_profile = profile;
        Q_EMIT profileChanged();
    }
    void signIn(const UserProfile& profile)
    {
        m_profile = profile;
        m_state = State::SignedIn;
        Q_EMIT profileChanged();
        Q_EMIT stateChanged();
        Q_EMIT signedIn();
    }

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] const UserProfile& profile() const override { return m_profile; }
    [[nodiscard]] SecretKeeping secretKeeping() const override { return m_keeping; }
    void setKeeping(SecretKeeping keeping)
    {
        m_keeping = keeping;
        Q_EMIT secretKeepingChanged();
    }
    void lock() override
    {
        ++m_locks;
        if (m_state == State::SignedIn) {
            m_hidden = std::exchange(m_profile, {});
            setState(State::Locked);
            Q_EMIT profileChanged();
        }
    }
    void unlock() override
    {
        ++m_unlocks;
        if (m_state == State::Locked) {
            m_profile = m_hidden;
            setState(State::SignedIn);
        }
    }
    void beginSignIn(Browser browser, SignInStrength strength) override
    {
        m_begun.append(browser);
        m_strengths.append(strength);
        if (m_state == State::SignedOut) {
            setState(State::SigningIn);
        }
    }
    void completeSignIn(const QUrl& reached) override { m_completed.append(reached); }
    void abandonSignIn(const Failure& why) override
    {
        m_abandoned.append(why.code);
        if (m_state == State::SigningIn) {
            setState(State::SignedOut);
        }
        Q_EMIT signInFailed(why);
    }
    void signOut() override
    {
        ++m_signOuts;
        m_profile = {};
        setState(State::SignedOut);
        Q_EMIT signedOut({FailureCode::Cancelled, {}, {}});
    }
    void endByService()
    {
        m_profile = {};
        setState(State::SignedOut);
        Q_EMIT profileChanged();
        Q_EMIT signedOut({FailureCode::SessionEnded, {}, {}});
    }
    void endSignOut(const SignOutReport& report) { Q_EMIT signOutEnded(report); }

    [[nodiscard]] const QList<Browser>& begun() const { return m_begun; }
    [[nodiscard]] const QList<SignInStrength>& strengths() const { return m_strengths; }
    [[nodiscard]] const QList<QUrl>& completed() const { return m_completed; }
    [[nodiscard]] const QList<FailureCode>& abandoned() const { return m_abandoned; }
    [[nodiscard]] int signOuts() const { return m_signOuts; }
    [[nodiscard]] int locks() const { return m_locks; }
    [[nodiscard]] int unlocks() const { return m_unlocks; }

private:
    State m_state = State::SignedOut;
    UserProfile m_profile;
    SecretKeeping m_keeping = SecretKeeping::KeyStore;
    QList<Browser> m_begun;
    QList<SignInStrength> m_strengths;
    QList<QUrl> m_completed;
    QList<FailureCode> m_abandoned;
    int m_signOuts = 0;
    UserProfile m_hidden;
    int m_locks = 0;
    int m_unlocks = 0;
};

} // namespace proconnect::tests
