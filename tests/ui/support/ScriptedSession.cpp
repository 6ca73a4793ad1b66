// SPDX-License-Identifier: MIT
#include "tests/ui/support/ScriptedSession.h"

namespace proconnect::tests {

void ScriptedSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ScriptedSession::setProfile(const UserProfile& profile)
{
    m_profile = profile;
    Q_EMIT profileChanged();
}

void ScriptedSession::signIn(const UserProfile& profile)
{
    m_profile = profile;
    m_state = State::SignedIn;
    Q_EMIT profileChanged();
    Q_EMIT stateChanged();
    Q_EMIT signedIn();
}

void ScriptedSession::setKeeping(SecretKeeping keeping)
{
    m_keeping = keeping;
    Q_EMIT secretKeepingChanged();
}

void ScriptedSession::lock()
{
    ++m_locks;
    if (m_state == State::SignedIn) {
        m_hidden = std::exchange(m_profile, {});
        setState(State::Locked);
        Q_EMIT profileChanged();
    }
}

void ScriptedSession::unlock()
{
    ++m_unlocks;
    if (m_state == State::Locked) {
        m_profile = m_hidden;
        setState(State::SignedIn);
    }
}

void ScriptedSession::beginSignIn(Browser browser, SignInStrength strength)
{
    m_begun.append(browser);
    m_strengths.append(strength);
    if (m_state == State::SignedOut) {
        setState(State::SigningIn);
    }
}

void ScriptedSession::abandonSignIn(const Failure& why)
{
    m_abandoned.append(why.code);
    if (m_state == State::SigningIn) {
        setState(State::SignedOut);
    }
    Q_EMIT signInFailed(why);
}

void ScriptedSession::signOut()
{
    ++m_signOuts;
    m_profile = {};
    setState(State::SignedOut);
    Q_EMIT signedOut({FailureCode::Cancelled, {}, {}});
}

void ScriptedSession::endByService()
{
    m_profile = {};
    setState(State::SignedOut);
    Q_EMIT profileChanged();
    Q_EMIT signedOut({FailureCode::SessionEnded, {}, {}});
}

} // namespace proconnect::tests
