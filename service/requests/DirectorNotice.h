// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/RequestReminders.h"
#include "core/result/Outcome.h"
#include "service/log/Log.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"
#include "service/requests/NoticeQueue.h"
#include "service/requests/RequestDelegates.h"
#include "service/requests/RequestStore.h"

#include <QSqlDatabase>
#include <QString>

#include <functional>
#include <optional>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;
class Database;
class JobRunner;
class Mailer;

/// Tells a company by e-mail, at its contact address: somebody asks for access (N01), requests still wait
/// (N02, N03), requests were decided (N04). Delegates are told of N01 to N03 with it, each of the requests
/// that they may answer. N01 and N04 are noted in the transaction that makes them due and written by a job,
/// so that what comes together is told together.
class DirectorNotice
{
public:
    struct Parts
    {
        Database& database;
        const Clock& clock;
        const Log& log;
        JobRunner& jobs;
        Mailer& mailer;
        CompanyDirectory& companies;
        ContactEmails& addresses;
        const PortalDirectory& portals;
    };
    /// Registers its job with `parts.jobs`.
    DirectorNotice(Parts parts, MailTexts texts, RequestStore requests, RequestDelegates delegates);
    DirectorNotice(const DirectorNotice&) = delete;
    DirectorNotice& operator=(const DirectorNotice&) = delete;

    /// N01: the company has the request to answer; in the caller's transaction.
    [[nodiscard]] Outcome<Done> newRequest(QSqlDatabase& connection, const QString& siren,
                                           const QString& reference) const;
    /// N04: the request was answered, by somebody or by the service; in the caller's transaction.
    [[nodiscard]] Outcome<Done> decided(QSqlDatabase& connection, const QString& siren,
                                        const QString& reference) const;
    /// A request that still waits, since when, and why it is said now.
    struct Reminder
    {
        AccessRequest request;
        QDateTime waitsSince;
        ReminderKind kind;
    };
    /// One message for all of them to each who is told, queued in the caller's transaction. Nobody is when
    /// nobody leads the company here, nor the company itself without a usable address: the requests then wait
    /// in the application.
    [[nodiscard]] Outcome<Done> stillWaiting(QSqlDatabase& connection, const QString& siren,
                                             const QList<Reminder>& reminders, const QDateTime& now) const;
    /// Whether the company has anybody here who can answer.
    [[nodiscard]] Outcome<bool> somebodyLeads(QSqlDatabase& connection, const QString& siren) const;
    /// Whether anybody is told of the request by e-mail: the company, or a delegate who may answer it.
    [[nodiscard]] Outcome<bool> reachesSomebody(QSqlDatabase& connection, const QString& siren,
                                                const AccessRequest& request) const;
    /// The transaction was committed.
    void committed() const;

    /// Writes the messages that are due; the job's work.
    void tellDue() const;

private:
    /// Nothing when nobody leads it here.
    [[nodiscard]] Outcome<std::optional<QString>> nameOf(QSqlDatabase& connection,
                                                         const QString& siren) const;
    /// Where the company is written to; empty without a usable address.
    [[nodiscard]] Outcome<QString> addressOf(QSqlDatabase& connection, const QString& siren) const;
    [[nodiscard]] Outcome<Done> tell(QSqlDatabase& connection, const NoticeQueue::Due& due) const;
    [[nodiscard]] Outcome<Done> send(QSqlDatabase& connection, const QList<Mail>& mails) const;
    /// What each who is told reads; nothing when there is nothing left to say, or nobody to say it to.
    [[nodiscard]] Outcome<QList<Mail>> written(QSqlDatabase& connection, const NoticeQueue::Due& due,
                                               const QString& name,
                                               const QList<AccessRequest>& requests) const;
    /// N04; nothing when none of them is answered.
    [[nodiscard]] std::optional<Mail> decisions(const QString& to, const QString& name,
                                                const QList<AccessRequest>& requests) const;
    /// The company at `address`, unless that is empty, and delegates: each with those of `requests` that they
    /// are told of.
    using Write = std::function<Mail(const QString& to, const QStringList& references)>;
    [[nodiscard]] Outcome<QList<Mail>> toEach(QSqlDatabase& connection, const QString& siren,
                                              const QString& address, const QList<AccessRequest>& requests,
                                              const Write& write) const;

    Parts m_parts;
    MailTexts m_texts;
    RequestStore m_requests;
    RequestDelegates m_delegates;
};

} // namespace proconnect::service
