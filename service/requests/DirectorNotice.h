// SPDX-License-Identifier: MIT
#pragma once

#include "core/model/RequestReminders.h"
#include "core/result/Outcome.h"
#include "service/mail/MailTexts.h"
#include "service/portals/PortalDirectory.h"

#include <QSqlDatabase>
#include <QString>

#include <optional>

namespace proconnect::service {

class CompanyDirectory;
class ContactEmails;
class Mailer;

/// Tells a company by e-mail, at its contact address: somebody asks for access (N01), requests still wait
/// (N02, N03), a request was decided (N04).
class DirectorNotice
{
public:
    DirectorNotice(Mailer& mailer, MailTexts texts, CompanyDirectory& companies, ContactEmails& addresses,
                   const PortalDirectory& portals)
        : m_mailer(mailer), m_texts(std::move(texts)), m_companies(companies), m_addresses(addresses),
          m_portals(portals)
    {}

    /// Queues the message in the caller's transaction. Does nothing when nobody leads the company here or it
    /// has no usable address: the request then waits in the application.
    [[nodiscard]] Outcome<Done> newRequest(QSqlDatabase& connection, const QString& siren,
                                           const QString& reference) const;
    /// A request that still waits, and why it is said now.
    struct Reminder
    {
        AccessRequest request;
        ReminderKind kind;
    };
    /// One message for all of them; in the same way.
    [[nodiscard]] Outcome<Done> stillWaiting(QSqlDatabase& connection, const QString& siren,
                                             const QList<Reminder>& reminders, const QDateTime& now) const;
    /// N04 of a request that the service itself accepted, its requester being the director.
    [[nodiscard]] Outcome<Done> acceptedAtOnce(QSqlDatabase& connection, const QString& siren,
                                               const AccessRequest& request) const;
    /// N04 of a request as it was answered.
    [[nodiscard]] Outcome<Done> decided(QSqlDatabase& connection, const QString& siren,
                                        const AccessRequest& request) const;
    /// Whether the company has anybody here who can answer.
    [[nodiscard]] Outcome<bool> somebodyLeads(QSqlDatabase& connection, const QString& siren) const;
    /// The transaction was committed.
    void committed() const;

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
    [[nodiscard]] Outcome<Done> decided(QSqlDatabase& connection, const QString& siren,
                                        const AccessRequest& request, const QString& sentence) const;

    Mailer& m_mailer;
    MailTexts m_texts;
    CompanyDirectory& m_companies;
    ContactEmails& m_addresses;
    const PortalDirectory& m_portals;
};

} // namespace proconnect::service
