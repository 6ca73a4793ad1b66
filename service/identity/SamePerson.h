// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/keys/ServiceKeys.h"
#include "service/sessions/SessionStore.h"

#include <QSqlDatabase>

namespace proconnect::service {

/// Tells whether a sign-in is that of the one person who was expected. FranceConnect names people by a
/// pseudonym. Nothing says that FranceConnect+ gives the same one: there the civil identity decides the first
/// time, as FranceConnect advises, and the pair of pseudonyms from then on.
class SamePerson
{
public:
    SamePerson(const ServiceKeys& keys, const Clock& clock) : m_keys(keys), m_clock(clock) {}

    /// Succeeds when `proof` is of `expected`, in the caller's transaction. Failures: SignInOtherPerson (the
    /// argument is the name in `proof`), SignInRefused (no sign-in of `expected` with FranceConnect is kept
    /// to compare with).
    [[nodiscard]] Outcome<Done> recognise(QSqlDatabase& connection, const SignInResult& proof,
                                          const QString& expected, bool byFranceConnectPlus) const;

private:
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
