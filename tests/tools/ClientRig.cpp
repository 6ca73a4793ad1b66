// SPDX-License-Identifier: MIT
#include "tests/tools/ClientRig.h"

namespace proconnect {

ClientRig::ClientRig(const QUrl& service, SecretStore& secrets, const QString& directory, const Clock& clock)
    : channel(service, clock), tokens(channel, clock), api(channel, tokens), store(directory),
      vault(secrets, QStringLiteral("session"), directory), session(channel, api, tokens, vault, store, clock)
{}

ClientRig::~ClientRig() = default;

bool ClientRig::start()
{
    session.start(std::chrono::milliseconds(0));
    return QTest::qWaitFor([this] { return session.state() != SessionController::State::Starting; });
}

bool ClientRig::signIn(const QUrl& completion)
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

} // namespace proconnect
