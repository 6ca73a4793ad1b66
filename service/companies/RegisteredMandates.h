// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "service/companies/MandateStore.h"
#include "service/companies/Mandates.h"
#include "service/sessions/RecentIdentity.h"

namespace proconnect::service {

class CompanyChecker;
class Database;
class MandateChecks;

/// Mandates from the database, checked again with the register when the proof is older than 24 hours. One
/// that is to be confirmed is confirmed by the identity of the next sign-in, once for each sign-in.
class RegisteredMandates final : public Mandates
{
public:
    RegisteredMandates(Database& database, const ServiceKeys& keys, const Clock& clock, MandateChecks& checks,
                       CompanyChecker& checker, RecentIdentities identities)
        : m_database(database), m_clock(clock), m_checks(checks), m_checker(checker),
          m_identities(std::move(identities)), m_store(keys)
    {}

    [[nodiscard]] Outcome<Mandate> require(const QString& subject, const QString& siren,
                                           MandateUse use = MandateUse::Acting) override;
    [[nodiscard]] Outcome<Mandate> held(QSqlDatabase& connection, const QString& subject,
                                        const QString& siren) override;

private:
    [[nodiscard]] Outcome<std::optional<MandateRecord>> find(const QString& subject, const QString& siren);
    /// The record after the latest sign-in had its say; unchanged when it had it already, or is forgotten.
    [[nodiscard]] Outcome<MandateRecord> confirmed(MandateRecord record);

    Database& m_database;
    const Clock& m_clock;
    MandateChecks& m_checks;
    CompanyChecker& m_checker;
    RecentIdentities m_identities;
    MandateStore m_store;
};

} // namespace proconnect::service
