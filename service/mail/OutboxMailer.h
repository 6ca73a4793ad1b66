// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/instances/Claimant.h"
#include "service/mail/Mailer.h"
#include "service/mail/SmtpSender.h"

#include <functional>

namespace proconnect::service {

class Database;
class JobRunner;
class Log;
class ServiceKeys;

/// The outbox table and the worker that empties it. Tried again after 10 s, then twice as long each time up
/// to an hour, for three days. The text of a message is erased as soon as its fate is known. One that cannot
/// be read is logged and left for an hour; the others go out.
class OutboxMailer final : public Mailer
{
public:
    /// Told of each message that came back, in the transaction that writes its end.
    using BounceListener = std::function<Outcome<bool>(QSqlDatabase&, const QString& message, Bounce)>;

    /// Registers its job with `jobs`. `claimant`: the running service for which messages are claimed.
    OutboxMailer(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                 const Log& log, SmtpSender sender, BounceListener bounced, Claimant claimant = Claimant());

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
    /// What is due: messages to send, and rows whose content cannot be opened.
    struct Turn
    {
        QList<DueMail> messages;
        QStringList unreadable;
    };
    [[nodiscard]] Outcome<Turn> due();
    void postpone(const QString& unreadable);
    [[nodiscard]] Outcome<bool> claim(const DueMail& mail);
    /// Writes the end of a message once, or gives it back unless another service has claimed it meanwhile.
    [[nodiscard]] Outcome<Done> settle(const DueMail& mail, const SmtpResult& result);
    [[nodiscard]] Outcome<Done> end(QSqlDatabase& connection, const DueMail& mail, const SmtpResult& result);
    [[nodiscard]] Outcome<Done> giveBack(QSqlDatabase& connection, const DueMail& mail,
                                         const SmtpResult& result) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    JobRunner& m_jobs;
    const Log& m_log;
    SmtpSender m_sender;
    BounceListener m_bounced;
    Claimant m_claimant;
};

} // namespace proconnect::service
