// SPDX-License-Identifier: MIT
#pragma once

#include "core/result/Outcome.h"
#include "service/mail/MailTexts.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;
class Mailer;

/// Tells a company by e-mail that somebody asks for access (N01), at its contact address.
class DirectorNotice
{
public:
    DirectorNotice(Mailer& mailer, MailTexts texts, CompanyDirectory& companies, ContactEmails& addresses)
        : m_mailer(mailer), m_texts(std::move(texts)), m_companies(companies), m_addresses(addresses)
    {}

    /// Queues the message in the caller's transaction. Does nothing when nobody leads the company here or it
    /// has no usable address: the request then waits in the application.
    [[nodiscard]] Outcome<Done> newRequest(QSqlDatabase& connection, const QString& siren,
                                           const QString& reference) const;
    /// The transaction was committed.
    void committed() const;

private:
    /// Empty when nobody leads it here.
    [[nodiscard]] Outcome<QString> companyName(QSqlDatabase& connection, const QString& siren) const;

    Mailer& m_mailer;
    MailTexts m_texts;
    CompanyDirectory& m_companies;
    ContactEmails& m_addresses;
};

} // namespace proconnect::service
