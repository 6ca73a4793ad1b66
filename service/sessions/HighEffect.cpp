// SPDX-License-Identifier: MIT
#include "service/sessions/HighEffect.h"

namespace proconnect::service {
namespace {

constexpr qint64 oldestSignIn = 300;

} // namespace

Outcome<Done> requireHighEffectSignIn(const SignedInPerson& person, const QDateTime& now)
{
    if (!person.signedInAt.isValid() || person.signedInAt.secsTo(now) > oldestSignIn) {
        return Failure{FailureCode::SignInTooOld, QStringLiteral("an act of high effect"), {}};
    }
    return Done{};
}

} // namespace proconnect::service
