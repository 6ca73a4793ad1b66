// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CompanyStore.h"
#include "service/contact_email/ContactEmailStore.h"
#include "service/contact_email/SireneMailbox.h"
#include "service/instances/Claimant.h"
#include "service/journal/Journal.h"
#include "service/mail/MailTexts.h"

#include <functional>

namespace proconnect::service {

class Database;
class JobRunner;
class Mailer;

/// Carries verified addresses to SIRENE: tried again after 10 seconds, then twice as long each time up to an
/// hour, until SIRENE records or rejects them. Old and new address are told once it is recorded (N08),
/// and the company's journal has a line.
class SireneCourier
{
public:
    /// What else follows from an address that SIRENE recorded, in the transaction that writes it.
    using Follower =
        std::function<Outcome<Done>(QSqlDatabase&, const QString& siren, const ContactEmail& recorded)>;

    /// Registers its job with `jobs`.
    SireneCourier(Database& database, const ServiceKeys& keys, const Clock& clock, JobRunner& jobs,
                  Mailer& mailer, MailTexts texts, SireneMailbox& mailbox, Claimant claimant = Claimant(),
                  Follower follower = {});

    /// Asks the job to look at the orders now.
    void wake();
    /// Carries what is due; the job's work.
    void carryDue();
    /// Stores the address that SIRENE holds now; leaves things as they are when SIRENE does not answer.
    void readCurrent(const QString& siren);

private:
    struct Order
    {
        QString id;
        QString siren;
        QString state;
        int attempts = 0;
        QString nextAttemptAt;
        QString address;
        QString actor; ///< who asked, for the journal
    };
    [[nodiscard]] Outcome<QList<Order>> due();
    [[nodiscard]] Outcome<bool> claim(const Order& order);
    [[nodiscard]] Outcome<SireneMailbox::Answer> carry(const Order& order);
    [[nodiscard]] Outcome<Done> settle(const Order& order, const Outcome<SireneMailbox::Answer>& answer);
    [[nodiscard]] Outcome<Done> settleIn(QSqlDatabase& connection, const Order& order,
                                         const Outcome<SireneMailbox::Answer>& answer);
    [[nodiscard]] Outcome<Done> record(QSqlDatabase& connection, const Order& order, ContactEmail email);

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    JobRunner& m_jobs;
    Mailer& m_mailer;
    MailTexts m_texts;
    SireneMailbox& m_mailbox;
    Follower m_follower;
    Claimant m_claimant; ///< the running service for which orders are claimed
    CompanyStore m_companies;
    ContactEmailStore m_emails;
    Journal m_journal;
};

} // namespace proconnect::service
