// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/AccessRequest.h"
#include "service/companies/Mandates.h"
#include "service/delegations/DelegationStore.h"

namespace proconnect::service {

class Database;

/// A delegation that is in force.
struct Delegated
{
    Delegation delegation;
    QString delegatorSubject;
    std::optional<Mandate> mandate; ///< the delegator's; nothing while a successor is awaited
};

/// In what quality somebody deals with a company: as its director, or by delegations of one.
struct Standing
{
    QString director;               ///< pseudonym of the director by whose position it is: themselves, or
                                    ///< a delegator
    std::optional<Mandate> mandate; ///< a director's own; nothing: a delegate
    QList<Delegated> delegations;   ///< a delegate's; at least one

    /// The delegation by which a delegate may answer `request`; null when none allows it.
    [[nodiscard]] const Delegated* delegationFor(const AccessRequest& request, const QDateTime& now) const;
};

/// Says in what quality somebody may act for a company "at that instant" (domain 4.3). From any thread.
class ActingRights
{
public:
    ActingRights(Database& database, const Clock& clock, Mandates& mandates, DelegationStore store)
        : m_database(database), m_clock(clock), m_mandates(mandates), m_store(store)
    {}

    /// As Mandates::require(), for delegates too: a delegation is worth what its delegator's mandate is
    /// worth, which is checked with the register in the same way. Outside any transaction. Failures: those of
    /// Mandates for the person themselves; RegistryUnavailable also when it keeps a delegator's mandate from
    /// being proven.
    [[nodiscard]] Outcome<Standing> require(const QString& subject, const QString& siren, MandateUse use);
    /// The same from the database alone, for the check inside a transaction, after require().
    [[nodiscard]] Outcome<Standing> held(QSqlDatabase& connection, const QString& subject,
                                         const QString& siren);

private:
    /// The delegations by which the person may at least read, as they stand now.
    [[nodiscard]] Outcome<QList<StoredDelegation>> inForce(QSqlDatabase& connection, const QString& subject,
                                                           const QString& siren) const;

    Database& m_database;
    const Clock& m_clock;
    Mandates& m_mandates;
    DelegationStore m_store;
};

} // namespace proconnect::service
