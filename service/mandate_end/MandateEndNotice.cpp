// SPDX-License-Identifier: MIT
#include "service/mandate_end/MandateEndNotice.h"

#include "service/contact_email/ContactEmails.h"

namespace proconnect::service {
namespace {

constexpr qint64 daySeconds = 86'400;

} // namespace

Outcome<Done> MandateEndNotice::tell(QSqlDatabase& connection, const MandateRecord& ended) const
{
    if (ended.end == MandateEnd::CompanyClosed) {
        return Done{};
    }
    const QString& siren = ended.mandate.siren;
    const auto endedToday = m_mandates.countEnded(connection, siren, ended.endedAt.addSecs(-daySeconds));
    if (!endedToday) {
        return endedToday.failure();
    }
    const auto contact = m_addresses.of(connection, siren);
    if (!contact) {
        return contact.failure();
    }
    if (endedToday.value() > 1 || !canBeWrittenTo(contact.value())) {
        return Done{};
    }
    const auto company = m_companies.find(connection, siren);
    if (!company) {
        return company.failure();
    }
    Mail mail =
        m_texts.directorChanged(contact.value().address, company.value() ? company.value()->name : siren);
    mail.siren = siren;
    return m_mailer.enqueue(connection, mail);
}

} // namespace proconnect::service
