// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/ReviewCaseStore.h"
#include "service/mail/MailTexts.h"

namespace proconnect::service {

class Database;
class JobRunner;

/// Sends the file of a doubt to support, at its author's wish: reference, SIREN, register, reasons, and where
/// the person expects an answer. No identity: support asks the person for it. Cases that nobody asked about
/// for six months are forgotten.
class ReviewCourier
{
public:
    /// `support`: the address of support. Registers its job with `jobs`.
    ReviewCourier(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                  Mailer& mailer, MailTexts texts, QString support);

    /// Sends the person's case at most once a day; asked again meanwhile, gives what was sent. Failures:
    /// NotFound (unknown, or somebody else's), EmailInvalid.
    [[nodiscard]] Outcome<ReviewTransmission> send(const QString& subject, const QString& reference,
                                                   const QString& replyTo);

private:
    [[nodiscard]] Outcome<ReviewTransmission> write(QSqlDatabase& connection, const QString& subject,
                                                    const QString& reference, const QString& replyTo);
    void forgetOld();

    Database& m_database;
    const Clock& m_clock;
    Mailer& m_mailer;
    MailTexts m_texts;
    QString m_support;
    ReviewCaseStore m_cases;
};

} // namespace proconnect::service
