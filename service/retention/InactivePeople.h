// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CompanyStore.h"
#include "service/mail/MailTexts.h"

#include <QSqlDatabase>

namespace proconnect::service {

class ContactEmails;
class Database;
class JobRunner;
class Log;
class Mailer;

/// Forgets people who have not used ProConnect for three years, and warns them a year before, at the contact
/// addresses of the companies that they lead here (domain 4.5). Whoever has an open account that is certified
/// for them is neither warned nor forgotten: the mandate behind it is looked up as long as it counts. Once a
/// day; several instances may run it at once.
class InactivePeople
{
public:
    static constexpr int warnedAfterMonths = 24;
    static constexpr int forgottenAfterMonths = 36;
    static constexpr int leastWarningDays = 30; ///< between the two, however late the warning was

    struct Parts
    {
        Database& database;
        const Clock& clock;
        const Log& log;
        JobRunner& jobs;
        Mailer& mailer;
        ContactEmails& addresses;
    };

    /// Registers its job.
    InactivePeople(const Parts& parts, MailTexts texts, CompanyStore companies);
    InactivePeople(const InactivePeople&) = delete;
    InactivePeople& operator=(const InactivePeople&) = delete;

private:
    enum class Fate { Kept, Warned, Forgotten };

    void look();
    /// Pseudonyms of people to whom something may be due, after `last`, in their order; a portion at most.
    [[nodiscard]] Outcome<QStringList> next(QSqlDatabase& connection, const QString& last) const;
    /// What is due to one of them, done; looks again at what next() saw.
    [[nodiscard]] Outcome<Fate> settle(QSqlDatabase& connection, const QString& subject) const;
    /// False when no company of theirs can be written to.
    [[nodiscard]] Outcome<bool> warn(QSqlDatabase& connection, const QString& subject,
                                     const QDateTime& forgottenAt) const;
    [[nodiscard]] static Outcome<Done> forget(QSqlDatabase& connection, const QString& subject);

    Parts m_parts;
    MailTexts m_texts;
    CompanyStore m_companies;
};

} // namespace proconnect::service
