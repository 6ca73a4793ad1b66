// SPDX-License-Identifier: MIT
#pragma once

#include "core/cache/EncryptedStore.h"
#include "core/clock/Clock.h"
#include "core/net/ApiClient.h"
#include "core/session/SessionController.h"
#include "core/session/SessionFarewell.h"
#include "core/session/SessionVault.h"
#include "core/session/TokenKeeper.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace proconnect {

class SignInAttempt;

/// The session of this computer: who it belongs to, its secrets, its sign-ins. A sign-in while signed in (a
/// newer proof for an act) leaves the state SignedIn, so that the screen stays where it is; one while locked
/// leaves the state Locked until it went well.
class DefaultSessionController final : public SessionController
{
    Q_OBJECT

public:
    DefaultSessionController(HttpChannel& channel, ApiClient& api, TokenKeeper& tokens, SessionVault& vault,
                             EncryptedStore& store, const Clock& clock, QObject* parent = nullptr);

    /// Reads the key store and the copy; no network before `firstCall` later. Ends the state Starting.
    void start(std::chrono::milliseconds firstCall = std::chrono::milliseconds(300));
    /// Asks the service again who the person is and what they lead.
    void refreshProfile();

    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] const UserProfile& profile() const override { return m_profile; }
    [[nodiscard]] SecretKeeping secretKeeping() const override { return m_vault.keeping(); }

    void lock() override;
    void unlock() override;
    void beginSignIn(Browser browser, SignInStrength strength) override;
    void completeSignIn(const QUrl& reached) override;
    void abandonSignIn(const Failure& why) override;
    void signOut() override;

private:
    void resume(std::optional<SessionSecrets> secrets, std::chrono::milliseconds firstCall);
    void attempt(Browser browser, SignInStrength strength);
    void attemptFailed(const Failure& why);
    /// While locked, once the key store has given back what would be lost else.
    void forgetKeys();
    void accept(const TokenGrant& grant, const UserProfile& profile);
    void endedByService(const Failure& why);
    void setProfile(const UserProfile& profile);
    void setState(State state);
    void dropAttempt();
    /// The one person who may sign in, while their data are on screen or their decisions wait; empty: anyone.
    [[nodiscard]] QString guardedOwner() const;

    HttpChannel& m_channel;
    ApiClient& m_api;
    TokenKeeper& m_tokens;
    SessionVault& m_vault;
    EncryptedStore& m_store;
    const Clock& m_clock;
    SessionFarewell m_farewell;
    State m_state = State::Starting;
    UserProfile m_profile;
    bool m_profileUnwritten = false;
    bool m_lockWanted = false;              ///< at the end of the start
    std::unique_ptr<QObject> m_remembering; ///< context of a read of the key store for a sign-in while locked
    std::optional<SessionSecrets> m_secrets;
    std::optional<Jwk> m_attemptKey;
    Browser m_attemptBrowser = Browser::Embedded;
    SignInAttempt* m_attempt = nullptr;
    QTimer m_profileTimer;
};

} // namespace proconnect
