// SPDX-License-Identifier: MIT
#include "service/requests/DirectorNotice.h"

#include "service/companies/CompanyDirectory.h"
#include "service/contact_email/ContactEmails.h"
#include "service/mail/Mailer.h"

namespace proconnect::service {

Outcome<Done> DirectorNotice::newRequest(QSqlDatabase& connection, const QString& siren,
                                         const QString& reference) const
{
    const auto contact = m_addresses.of(connection, siren);
    if (!contact) {
        return contact.failure();
    }
    const auto name = companyName(connection, siren);
    if (!name) {
        return name.failure();
    }
    if (name.value().isEmpty() || !canBeWrittenTo(contact.value())) {
        return Done{};
    }
    return m_mailer.enqueue(connection, m_texts.newRequest(contact.value().address, name.value(), reference));
}

void DirectorNotice::committed() const
{
    m_mailer.wake();
}

Outcome<QString> DirectorNotice::companyName(QSqlDatabase& connection, const QString& siren) const
{
    const auto directors = m_companies.directorsOf(connection, siren);
    if (!directors) {
        return directors.failure();
    }
    if (directors.value().isEmpty()) {
        return QString();
    }
    const auto company = m_companies.company(connection, directors.value().first(), siren);
    if (!company) {
        return company.failure();
    }
    return company.value().name;
}

} // namespace proconnect::service
