// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/CompanyStore.h"
#include "service/delegations/DelegationStore.h"
#include "service/mail/MailTexts.h"

namespace proconnect::service {

class ContactEmails;
class Database;
class JobRunner;
class Log;

/// N09: company and delegate are told, thirty and seven days before, that a delegation ends by itself; by day
/// in Paris, the company in one message for all of its delegations. Several instances may run it at once.
class DelegationEndNotice
{
public:
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
    DelegationEndNotice(const Parts& parts, DelegationStore store, const MailTexts& texts,
                        CompanyStore companies);

private:
    void tellDue();
    /// Of delegations of one company.
    [[nodiscard]] Outcome<Done> tell(QSqlDatabase& connection, const QStringList& ids) const;
    [[nodiscard]] Outcome<Done> send(QSqlDatabase& connection, const QList<Delegation>& ending) const;

    Parts m_parts;
    DelegationStore m_store;
    MailTexts m_texts;
    CompanyStore m_companies;
};

} // namespace proconnect::service
