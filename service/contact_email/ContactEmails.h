// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/Company.h"
#include "core/result/Outcome.h"
#include "service/mail/MailMessage.h"

#include <QSqlDatabase>
#include <QString>

namespace proconnect::service {

/// The contact e-mail of companies, as the service knows it.
class ContactEmails
{
public:
    virtual ~ContactEmails() = default;

    /// State of the company's address; Absent when nothing is known.
    [[nodiscard]] virtual Outcome<ContactEmail> of(QSqlDatabase& connection, const QString& siren) = 0;
};

/// Whether messages of ours may go there: an address that nobody refuted nor still has to prove.
[[nodiscard]] inline bool canBeWrittenTo(const ContactEmail& contact)
{
    return isMailAddress(contact.address) && contact.state != EmailState::Unreachable &&
           contact.state != EmailState::DeclaredNotVerified;
}

} // namespace proconnect::service
