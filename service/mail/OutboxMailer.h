// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/mail/Mailer.h"
#include "service/mail/SmtpSender.h"

#include <QSqlQuery>

#include <functional>

namespace proconnect::service {

class Database;
class JobRunner;
class ServiceKeys;

/// The outbox table and the worker that empties it. Tried again after 10 s, then twice as long each time up
/// to an hour, for three days. The text of a message is erased as soon as its fate is known.
class OutboxMailer final : public Mailer
{
public:
    /// Registers its job with `jobs`.
    OutboxMailer(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                 SmtpSender sender);

    [[nodiscard]] Outcome<Done> enqueue(QSqlDatabase& connection, const Mail& mail) override;
    void wake() override;

    /// Sends what is due; the job's work.
    void sendDue();

private:
    struct DueMail
    {
        QString id;
        int attempts = 0;
        QDateTime createdAt;
        Mail mail;
    };
    [[nodiscard]] Outcome<QList<DueMail>> due();
    [[nodiscard]] Outcome<bool> claim(const DueMail& mail);
    [[nodiscard]] Outcome<Done> settle(const DueMail& mail, const SmtpResult& result);

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    JobRunner& m_jobs;
    SmtpSender m_sender;
};

} // namespace proconnect::service
