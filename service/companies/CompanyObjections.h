// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/registries/RegistryDesk.h"

namespace proconnect::service {

class Database;

/// What the registers, when all of them last answered, had against a company: that it ceased, is not covered,
/// or that they disagree about it. A register that falls silent takes none of it back.
class CompanyObjections
{
public:
    CompanyObjections(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// What the registers say now, noted when all answered. Failures: those of RegistryDesk::consult(), and
    /// RegistryUnavailable when what can only say yes would undo what was noted.
    [[nodiscard]] Outcome<CompanyFile> consult(RegistryDesk& registries, const SirenNumber& siren);

private:
    Database& m_database;
    const Clock& m_clock;
};

} // namespace proconnect::service
