// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/FranceConnectIdentity.h"
#include "service/companies/CompanyStore.h"
#include "service/companies/MandateStore.h"
#include "service/companies/StoredCompanies.h"
#include "service/registries/EstablishmentDesk.h"

namespace proconnect::service {

class Database;

/// Checks whether a person leads a company, and attaches it. The identity is used for the comparison and kept
/// nowhere.
class CompanyChecker
{
public:
    CompanyChecker(Database& database, const ServiceKeys& keys, const Clock& clock, RegistryDesk& registries,
                   EstablishmentDesk& establishments);

    /// What the registers say; an unavailable register is a result, not a failure. A doubt opens a case for
    /// support, with its reference. Failures: those of the database.
    [[nodiscard]] Outcome<CompanyCheck> check(const QString& subject, const FranceConnectIdentity& identity,
                                              const SirenNumber& siren);
    /// Checks once more and stores the mandate. Failures: SirenUnknown, CompanyClosed, CompanyNotCovered,
    /// NotDirector, NeedsReview (argument: the reference), RegistryUnavailable.
    [[nodiscard]] Outcome<Company> attach(const QString& subject, const FranceConnectIdentity& identity,
                                          const SirenNumber& siren);

private:
    struct Examination
    {
        CompanyCheck check;
        RegisteredCompany company;
        std::optional<certification::OfficerRecord> officer;
    };
    [[nodiscard]] Outcome<Examination> examine(const QString& subject, const FranceConnectIdentity& identity,
                                               const SirenNumber& siren);
    /// The reference of the person's open case on that company; a new one at the first doubt.
    [[nodiscard]] Outcome<QString> openCase(const QString& subject, const QString& siren,
                                            const QStringList& reasons);
    [[nodiscard]] Outcome<Company> store(const QString& subject, const Examination& examination);

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    RegistryDesk& m_registries;
    EstablishmentDesk& m_establishments;
    CompanyStore m_companies;
    MandateStore m_mandates;
    StoredCompanies m_directory;
};

} // namespace proconnect::service
