// SPDX-License-Identifier: MIT
#pragma once

#include "core/net/ApiClient.h"
#include "core/session/SignInRenewal.h"

namespace proconnect {

/// Asks the service; when it wants a newer sign-in, which it says before it does anything, asks once more
/// after one. `done` comes exactly once, unless `context` dies first.
template <typename T>
void askWithFreshSignIn(ApiClient& api, SignInRenewal& renewal, SignInReason reason, const HttpCall& call,
                        QObject* context, std::function<void(Outcome<T>)> done)
{
    api.ask<T>(call, context, [&api, &renewal, reason, call, context, done](const Outcome<T>& first) {
        if (first || !asksForSignIn(first.failure().code)) {
            done(first);
            return;
        }
        const SignInStrength strength = strengthFor(first.failure().code);
        renewal.require(reason, strength, context, [&api, call, context, done](const Outcome<Done>& renewed) {
            if (renewed) {
                api.ask<T>(call, context, done);
            } else {
                done(renewed.failure());
            }
        });
    });
}

} // namespace proconnect
