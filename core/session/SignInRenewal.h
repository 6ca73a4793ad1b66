// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/Answer.h"
#include "core/session/SessionController.h"

#include <QList>
#include <QObject>

#include <functional>

namespace proconnect {

/// What a newer sign-in is for; the screen says it in one sentence.
enum class SignInReason {
    Decision,
    GrantingRights,
    CompanyCheck,
    ContactEmail,
    Delegation,
    Invitation,
    Reading
};

/// Acts that the service refused because the sign-in is too old wait here for a newer one. However many wait,
/// one sign-in serves them all, and each is answered once.
class SignInRenewal : public QObject
{
    Q_OBJECT

public:
    explicit SignInRenewal(SessionController& session, QObject* parent = nullptr);

    /// `done` comes once a newer sign-in of the same person ended well, or with the reason why it did not,
    /// unless `context` dies first.
    void require(SignInReason reason, SignInStrength strength, QObject* context,
                 std::function<void(Outcome<Done>)> done);

Q_SIGNALS:
    /// A sign-in has to begin; when one is under way already, it serves.
    void wanted(proconnect::SignInReason reason, proconnect::SignInStrength strength);

private:
    void answerAll(const Outcome<Done>& outcome);

    QList<Answer<Outcome<Done>>> m_waiting;
};

} // namespace proconnect
