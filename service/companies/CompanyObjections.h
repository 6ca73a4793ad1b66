// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/registries/RegistryDesk.h"

namespace proconnect::service {

class Database;

/// What the registers, when they last answered, had against a company: that it does not exist, ceased, is not
/// covered, or that they disagree about it. A register that falls silent takes none of it back: only all of
/// them together do.
class CompanyObjections
{
public:
    CompanyObjections(Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// What the registers say now, once what they have against the company is noted. Failures: those of
    /// RegistryDesk::consult(), and RegistryUnavailable when what can only say yes would undo what was noted.
    [[nodiscard]] Outcome<CompanyFile> consult(RegistryDesk& registries, const SirenNumber& siren);

private:
    Database& m_database;
    const Clock& m_clock;
};

} // namespace proconnect::service
