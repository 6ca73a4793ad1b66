// SPDX-License-Identifier: MIT
#pragma once

#include "core/session/SessionController.h"

namespace proconnect::tests {

/// Somebody is signed in; nothing else happens.
class FakeSession final : public SessionController
{
    Q_OBJECT

public:
    explicit FakeSession(UserProfile profile, QObject* parent = nullptr)
        : SessionController(parent), m_profile(std::move(profile))
    {}

    [[nodiscard]] State state() const override { return State::SignedIn; }
    [[nodiscard]] const UserProfile& profile() const override { return m_profile; }
    [[nodiscard]] SecretKeeping secretKeeping() const override { return SecretKeeping::KeyStore; }
    void beginSignIn(Browser /*browser*/) override {}
    void completeSignIn(const QUrl& /*reached*/) override {}
    void abandonSignIn(const Failure& /*why*/) override {}
    void signOut() override {}

private:
    UserProfile m_profile;
};

} // namespace proconnect::tests
