// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/MandateRecord.h"
#include "service/delegations/DelegationLedger.h"

namespace proconnect::service {

class Database;
class JobRunner;

/// What happens to delegations without anybody's act: the time that passes, and the end of a mandate. Several
/// instances may run it at once.
class DelegationTerms
{
public:
    /// Registers its job with `jobs`.
    DelegationTerms(Database& database, const Clock& clock, DelegationStore store, DelegationLedger ledger,
                    Mailer& mailer, JobRunner& jobs);

    /// Takes note of what time has brought; the job's work.
    void noteDue();
    /// The delegator's mandate ended: what they proposed lapses, what was taken up waits for a successor. In
    /// the transaction that writes the end.
    [[nodiscard]] Outcome<Done> mandateEnded(QSqlDatabase& connection, const MandateRecord& ended) const;

private:
    [[nodiscard]] Outcome<Done> note(QSqlDatabase& connection, const QString& id) const;

    Database& m_database;
    const Clock& m_clock;
    DelegationStore m_store;
    DelegationLedger m_ledger;
    Mailer& m_mailer;
};

} // namespace proconnect::service
