// SPDX-License-Identifier: MIT
#include "service/contact_email/AddressHealth.h"

#include "service/keys/ServiceKeys.h"
#include "service/mail/BounceBook.h"

namespace proconnect::service {

Outcome<bool> AddressHealth::bounced(QSqlDatabase& connection, const QString& message, Bounce bounce)
{
    const QDateTime now = m_clock.now();
    const auto noted = BounceBook::note(connection, message, bounce, now);
    if (!noted || !noted.value()) {
        return noted ? Outcome<bool>(false) : Outcome<bool>(noted.failure());
    }
    const BouncedMail& mail = *noted.value();
    if (mail.siren.isEmpty() || !mail.dead) {
        return true;
    }
    auto email = m_emails.of(connection, mail.siren);
    if (!email) {
        return email.failure();
    }
    const bool current = recipientPrint(m_keys, email.value().address) == mail.recipient;
    if (!current || email.value().state == EmailState::Unreachable) {
        return true;
    }
    email.value().state = EmailState::Unreachable;
    if (const auto saved = m_emails.save(connection, mail.siren, email.value()); !saved) {
        return saved.failure();
    }
    const auto written = m_journal.add(connection, mail.siren,
                                       {0, now, QStringLiteral("contactEmail.unreachable"), {}, {}, {}});
    return written ? Outcome<bool>(true) : Outcome<bool>(written.failure());
}

} // namespace proconnect::service
