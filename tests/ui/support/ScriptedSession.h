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

    void setState(State state);
    void setProfile(const UserProfile& profile);
    void signIn(const UserProfile& profile);

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] const UserProfile& profile() const override { return m_profile; }
    [[nodiscard]] SecretKeeping secretKeeping() const override { return m_keeping; }
    void setKeeping(SecretKeeping keeping);
    void lock() override;
    void unlock() override;
    void beginSignIn(Browser browser, SignInStrength strength) override;
    void completeSignIn(const QUrl& reached) override { m_completed.append(reached); }
    void abandonSignIn(const Failure& why) override;
    void signOut() override;
    void endByService();
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
