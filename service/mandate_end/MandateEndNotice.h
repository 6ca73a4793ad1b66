// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyStore.h"
#include "service/companies/MandateStore.h"
#include "service/mail/MailTexts.h"

namespace proconnect::service {

class ContactEmails;

/// Tells a company by e-mail that the register shows a change of director (N12), at its contact address, in
/// the transaction that writes the end: once for each, and once a day when several end.
class MandateEndNotice
{
public:
    MandateEndNotice(Mailer& mailer, MailTexts texts, ContactEmails& addresses, const ServiceKeys& keys)
        : m_mailer(mailer), m_texts(std::move(texts)), m_addresses(addresses), m_companies(keys),
          m_mandates(keys)
    {}

    /// `ended` is stored already. Nothing is sent without a usable address, nor about a company that closed:
    /// nobody succeeds there.
    [[nodiscard]] Outcome<Done> tell(QSqlDatabase& connection, const MandateRecord& ended) const;

private:
    Mailer& m_mailer;
    MailTexts m_texts;
    ContactEmails& m_addresses;
    CompanyStore m_companies;
    MandateStore m_mandates;
};

} // namespace proconnect::service
