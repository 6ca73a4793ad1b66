// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/contact_email/ContactEmailStore.h"
#include "service/journal/Journal.h"
#include "service/mail/Bounce.h"

namespace proconnect::service {

/// Marks a company's contact address unreachable once messages to it come back (domain 4.3). The director
/// sees it, and nothing more is written there until the address is proven again or another one is.
class AddressHealth
{
public:
    AddressHealth(const ServiceKeys& keys, const Clock& clock)
        : m_keys(keys), m_clock(clock), m_emails(keys), m_journal(keys)
    {}

    /// A message came back; in the caller's transaction. False when no such message was sent, or its coming
    /// back was known.
    [[nodiscard]] Outcome<bool> bounced(QSqlDatabase& connection, const QString& message, Bounce bounce);

private:
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    ContactEmailStore m_emails;
    Journal m_journal;
};

} // namespace proconnect::service
