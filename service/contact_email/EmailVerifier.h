// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/EmailVerification.h"
#include "service/companies/CompanyStore.h"
#include "service/contact_email/ContactAddressRules.h"
#include "service/contact_email/ContactEmailStore.h"
#include "service/mail/MailTexts.h"

#include <functional>

namespace proconnect::service {

class Database;
class Mailer;

/// Proves that a new contact address is read: a code of six digits, 30 minutes, five tries. The code is kept
/// as a keyed hash. A new code makes the earlier ones of the company useless.
class EmailVerifier
{
public:
    using CodeSource = std::function<QString()>;
    /// Who gives the code; the name stands in the company's journal.
    struct Director
    {
        QString subject;
        QString displayName;
    };

    EmailVerifier(Database& database, const ServiceKeys& keys, const Clock& clock, Mailer& mailer,
                  MailTexts texts, ContactAddressRules rules, CodeSource codes = secureCode);

    /// Sends a code. An address that was proven earlier goes on to SIRENE meanwhile. Failures: EmailInvalid,
    /// EmailTooLong, EmailDisposable, TooManyRequests (five codes an hour for one company), those of the
    /// database.
    [[nodiscard]] Outcome<EmailVerification> start(const QString& subject, const QString& siren,
                                                   const QString& address);
    /// Takes the code and orders the change at SIRENE, in place of any earlier order, in one transaction.
    /// Failures: NotFound, CodeWrong (argument: tries left), CodeExpired, CodeTriesExhausted. Again with the
    /// right code, it changes nothing.
    [[nodiscard]] Outcome<ContactEmail> confirm(const Director& director, const QString& siren,
                                                const QString& id, const QString& code);

    /// Six digits of the system's random source.
    [[nodiscard]] static QString secureCode();

private:
    struct Stored
    {
        QString id;
        QString state;
        QString codeHash;
        int triesLeft = 0;
        QDateTime expiresAt;
        QString address;
    };
    [[nodiscard]] Outcome<Done> requireQuota(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<Done> store(QSqlDatabase& connection, const QString& subject, const QString& siren,
                                      const EmailVerification& verification, const QString& code);
    [[nodiscard]] Outcome<Stored> find(QSqlDatabase& connection, const QString& subject, const QString& siren,
                                       const QString& id) const;
    /// Writes one try; what it gives is committed, failure codes included.
    [[nodiscard]] Outcome<std::optional<Failure>> tryCode(QSqlDatabase& connection, const Director& director,
                                                          const QString& siren, const Stored& stored,
                                                          const QString& code);
    [[nodiscard]] Outcome<Done> order(QSqlDatabase& connection, const Director& director,
                                      const QString& siren, const QString& address);
    [[nodiscard]] QString hashOf(const QString& id, const QString& code) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    Mailer& m_mailer;
    MailTexts m_texts;
    ContactAddressRules m_rules;
    CodeSource m_codes;
    CompanyStore m_companies;
    ContactEmailStore m_emails;
};

} // namespace proconnect::service
