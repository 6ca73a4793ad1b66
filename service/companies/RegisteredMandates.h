// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/MandateStore.h"
#include "service/companies/Mandates.h"

namespace proconnect::service {

class Database;
class RegistryDesk;
struct CompanyFile;

/// What a register's new answer says of a stored mandate.
enum class MandateStanding {
    Holds,
    ToConfirm,
    Ended,
    Unknown, ///< another register answered than the one that was matched: it proves nothing
};

/// Compares the stored prints with the officers of the file. Only an officer who may still represent the
/// company counts; one who merely resembles is to be confirmed.
[[nodiscard]] MandateStanding standingOf(const MandateRecord& record, const CompanyFile& file,
                                         const ServiceKeys& keys);

/// Mandates from the database, checked again with the register when the proof is older than 24 hours.
class RegisteredMandates final : public Mandates
{
public:
    RegisteredMandates(Database& database, const ServiceKeys& keys, const Clock& clock,
                       RegistryDesk& registries)
        : m_database(database), m_keys(keys), m_clock(clock), m_registries(registries), m_store(keys)
    {}

    [[nodiscard]] Outcome<Mandate> require(const QString& subject, const QString& siren,
                                           MandateUse use = MandateUse::Acting) override;
    [[nodiscard]] Outcome<Mandate> held(QSqlDatabase& connection, const QString& subject,
                                        const QString& siren) override;

private:
    /// The record after another look at the register. Failure: RegistryUnavailable.
    [[nodiscard]] Outcome<MandateRecord> checkedAgain(MandateRecord record);

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    RegistryDesk& m_registries;
    MandateStore m_store;
};

} // namespace proconnect::service
