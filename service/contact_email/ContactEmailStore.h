// SPDX-License-Identifier: MIT
#pragma once

#include "service/contact_email/ContactEmails.h"

namespace proconnect::service {

class ServiceKeys;

/// The table of contact e-mails.
class ContactEmailStore final : public ContactEmails
{
public:
    explicit ContactEmailStore(const ServiceKeys& keys) : m_keys(keys) {}

    [[nodiscard]] Outcome<ContactEmail> of(QSqlDatabase& connection, const QString& siren) override;
    /// Replaces what was known and moves the company's cursor.
    [[nodiscard]] Outcome<Done> save(QSqlDatabase& connection, const QString& siren,
                                     const ContactEmail& email);

private:
    const ServiceKeys& m_keys;
};

} // namespace proconnect::service
