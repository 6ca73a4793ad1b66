// SPDX-License-Identifier: MIT
#include "core/session/SignInFreshness.h"

#include "core/model/SignInAge.h"

namespace proconnect {

bool signInSuffices(const UserProfile& person, SignInStrength needed, const QDateTime& arrival)
{
    const bool strong = needed == SignInStrength::HighEffect;
    if (strong && person.assurance < person.highEffectAssurance) {
        return false;
    }
    return person.signedInAt.secsTo(arrival) <= (strong ? signinage::highEffect : signinage::ordinary);
}

} // namespace proconnect
