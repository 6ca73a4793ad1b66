// SPDX-License-Identifier: MIT
#include "core/session/SignInRenewal.h"

#include <utility>

namespace proconnect {

SignInRenewal::SignInRenewal(SessionController& session, QObject* parent) : QObject(parent)
{
    connect(&session, &SessionController::signedIn, this, [this] { answerAll(Done{}); });
    connect(&session, &SessionController::signInFailed, this, [this](const Failure& why) { answerAll(why); });
    connect(&session, &SessionController::signedOut, this, [this](const Failure& why) { answerAll(why); });
}

void SignInRenewal::require(SignInReason reason, SignInStrength strength, QObject* context,
                            std::function<void(Outcome<Done>)> done)
{
    m_waiting.append(Answer<Outcome<Done>>(context, std::move(done)));
    Q_EMIT wanted(reason, strength);
}

void SignInRenewal::answerAll(const Outcome<Done>& outcome)
{
    // Whoever is answered may ask anew: that is for the next sign-in.
    for (const auto& answer : std::exchange(m_waiting, {})) {
        answer(outcome);
    }
}

} // namespace proconnect
