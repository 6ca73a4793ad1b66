// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/keys/ServiceKeys.h"
#include "service/sessions/SessionStore.h"
#include "service/storage/Database.h"

namespace proconnect::service {

/// Addresses that end the identity provider's own session in a browser, usable once within five minutes.
/// Its ID token stays sealed here, so that the application never sees it.
class SignOutTickets
{
public:
    SignOutTickets(Database& database, const ServiceKeys& keys, const Clock& clock)
        : m_database(database), m_keys(keys), m_clock(clock)
    {}

    [[nodiscard]] Outcome<QByteArray> issue(const EndedSession& session);
    /// NotFound when the ticket is unknown, used or too old.
    [[nodiscard]] Outcome<EndedSession> take(const QByteArray& ticket);
    [[nodiscard]] Outcome<Done> forgetOld();

private:
    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
};

} // namespace proconnect::service
