// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/DefaultSessionController.h"
#include "tests/tools/FakeService.h"
#include "tests/tools/MemorySecretStore.h"

#include <QSignalSpy>
#include <QTest>

namespace proconnect {

/// One start of the desktop's core against a service; destroying and building it again is a restart.
struct ClientRig
{
    ClientRig(const QUrl& service, SecretStore& secrets, const QString& directory, const Clock& clock)
        : channel(service, clock), tokens(channel, clock), api(channel, tokens), store(directory),
          vault(secrets, QStringLiteral("session"), directory),
          session(channel, api, tokens, vault, store, clock)
    {}

    /// Reads the key store; true once the controller knows whether someone is signed in.
    [[nodiscard]] bool start()
    {
        session.start(std::chrono::milliseconds(0));
        return QTest::qWaitFor([this] { return session.state() != SessionController::State::Starting; });
    }

    /// Walks through a sign-in as the web view would.
    [[nodiscard]] bool signIn(const FakeService& service) { return signIn(service.completion()); }
    [[nodiscard]] bool signIn(const QUrl& completion)
    {
        QSignalSpy ready(&session, &SessionController::signInPageReady);
        QSignalSpy done(&session, &SessionController::signedIn);
        session.beginSignIn(SessionController::Browser::Embedded, SignInStrength::Ordinary);
        if (!ready.wait()) {
            return false;
        }
        session.completeSignIn(completion);
        return done.wait();
    }

    HttpChannel channel;
    TokenKeeper tokens;
    ApiClient api;
    EncryptedStore store;
    SessionVault vault;
    DefaultSessionController session;
};

} // namespace proconnect
