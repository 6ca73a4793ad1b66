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
    ClientRig(const QUrl& service, SecretStore& secrets, const QString& directory, const Clock& clock);
    ~ClientRig();

    /// Reads the key store; true once the controller knows whether someone is signed in.
    [[nodiscard]] bool start();

    /// Walks through a sign-in as the web view would.
    [[nodiscard]] bool signIn(const FakeService& service) { return signIn(service.completion()); }
    [[nodiscard]] bool signIn(const QUrl& completion);

    HttpChannel channel;
    TokenKeeper tokens;
    ApiClient api;
    EncryptedStore store;
    SessionVault vault;
    DefaultSessionController session;
};

} // namespace proconnect
