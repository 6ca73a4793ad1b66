// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/DeviceSession.h"
#include "service/sessions/SessionStore.h"

namespace proconnect::service {

/// The computers on which a person is signed in, and their end from another one.
class SessionList
{
public:
    SessionList(Database& database, const ServiceKeys& keys, const Clock& clock)
        : m_database(database), m_keys(keys), m_clock(clock)
    {}

    /// Those of `person` that still count, the one used last first.
    [[nodiscard]] Outcome<DeviceSessions> of(const SignedInPerson& person);
    /// Signs the person out on the computer that has, or had, the session `id`: every token there is worth
    /// nothing from then on, and the computer is told why. NotFound when it is nobody's, another person's, or
    /// over already.
    [[nodiscard]] Outcome<Done> end(const SignedInPerson& person, const QString& id);

private:
    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
