// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/RequestReminders.h"
#include "core/result/Outcome.h"
#include "service/log/Log.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"
#include "service/requests/NoticeQueue.h"
#include "service/requests/RequestStore.h"

#include <QSqlDatabase>
#include <QString>

#include <optional>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;
class Database;
class JobRunner;
class Mailer;

/// Tells a company by e-mail, at its contact address: somebody asks for access (N01), requests still wait
/// (N02, N03), requests were decided (N04). N01 and N04 are noted in the transaction that makes them due and
/// written by a job, so that what comes together is told together.
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
    DirectorNotice(Parts parts, MailTexts texts, RequestStore requests);
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
    /// One message for all of them, queued in the caller's transaction. Does nothing when nobody leads the
    /// company here or it has no usable address: the requests then wait in the application.
    [[nodiscard]] Outcome<Done> stillWaiting(QSqlDatabase& connection, const QString& siren,
                                             const QList<Reminder>& reminders, const QDateTime& now) const;
    /// Whether the company has anybody here who can answer.
    [[nodiscard]] Outcome<bool> somebodyLeads(QSqlDatabase& connection, const QString& siren) const;
    /// The transaction was committed.
    void committed() const;

    /// Writes the messages that are due; the job's work.
    void tellDue() const;

private:
    /// Where a company is written to, and its name.
    struct Addressee
    {
        QString address;
        QString companyName;
    };
    /// Nothing when nobody leads it here or it has no usable address.
    [[nodiscard]] Outcome<std::optional<Addressee>> addressee(QSqlDatabase& connection,
                                                              const QString& siren) const;
    [[nodiscard]] Outcome<Done> tell(QSqlDatabase& connection, const NoticeQueue::Due& due) const;
    /// Nothing when there is nothing left to say.
    [[nodiscard]] std::optional<Mail> written(const NoticeQueue::Due& due, const Addressee& to,
                                              const QList<AccessRequest>& requests) const;
    [[nodiscard]] Outcome<Done> send(QSqlDatabase& connection, const QString& siren, Mail mail) const;

    Parts m_parts;
    MailTexts m_texts;
    RequestStore m_requests;
};

} // namespace proconnect::service
