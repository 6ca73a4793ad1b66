// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock/Clock.h"
#include "core/model/FranceConnectIdentity.h"
#include "service/companies/CompanyObjections.h"
#include "service/companies/CompanyStore.h"
#include "service/companies/MandateStore.h"
#include "service/companies/PersonObjections.h"
#include "service/companies/ReviewCaseStore.h"
#include "service/companies/StoredCompanies.h"
#include "service/records/ReferenceNumbers.h"
#include "service/registries/EstablishmentDesk.h"

namespace proconnect::service {

class Database;

/// Checks whether a person leads a company, and attaches it. The identity is used for the comparison; once a
/// company is attached, what the sessions kept of it is erased.
class CompanyChecker
{
public:
    /// `sendable`: whether a case can be sent to support.
    CompanyChecker(Database& database, const ServiceKeys& keys, const Clock& clock, RegistryDesk& registries,
                   EstablishmentDesk& establishments, bool sendable = false);

    /// What the registers say; an unavailable register is a result, not a failure. A doubt opens a case for
    /// support, with its reference, and tells the person their own identity back. What a register says of a
    /// person is told to nobody who is not certified. Failures: those of the database.
    [[nodiscard]] Outcome<CompanyCheck> check(const QString& subject, const FranceConnectIdentity& identity,
                                              const SirenNumber& siren);
    /// Checks once more and stores the mandate. Failures: SirenUnknown, CompanyClosed, CompanyDuplicate,
    /// CompanyNotCovered,
    /// NotDirector, NeedsReview (argument: the reference), RegistryUnavailable.
    [[nodiscard]] Outcome<Company> attach(const QString& subject, const FranceConnectIdentity& identity,
                                          const SirenNumber& siren);
    /// As attach(), for a person whose mandate was proved before: NotDirector only where nobody in the
    /// registers differs from the person by the family name alone. Otherwise a human must look: NeedsReview.
    [[nodiscard]] Outcome<Company> confirm(const QString& subject, const FranceConnectIdentity& identity,
                                           const SirenNumber& siren);

private:
    struct Examination
    {
        CompanyCheck check;
        RegisteredCompany company;
        std::optional<certification::OfficerRecord> officer;
        QStringList reasons; ///< of the verdict
        bool absent = false; ///< the registers show that the person does not lead the company
    };
    [[nodiscard]] Outcome<Examination> examine(const QString& subject, const FranceConnectIdentity& identity,
                                               const SirenNumber& siren);
    /// Notes what a register that comes first has against the person: that it does not list them, where it
    /// shows all who lead, else what an entry about them says. True when it had something before, which a yes
    /// beside its silence does not undo.
    [[nodiscard]] Outcome<bool> isContradicted(const QString& subject, const SirenNumber& siren,
                                               const FranceConnectIdentity& identity, const CompanyFile& file,
                                               bool certified);
    /// Opens the person's case on that company, or notes the new doubt in the one that is open.
    [[nodiscard]] Outcome<Done> openCase(const QString& subject, const FranceConnectIdentity& identity,
                                         const QStringList& reasons, CompanyCheck& check);
    /// Stores what is certified; otherwise why it is not.
    [[nodiscard]] Outcome<Company> concluded(const QString& subject, const Examination& examination);
    [[nodiscard]] Outcome<Company> store(const QString& subject, const Examination& examination);
    /// Erases the identity of the person's sign-ins, unless another of their mandates waits to be confirmed
    /// by it.
    [[nodiscard]] Outcome<Done> forgetIdentity(QSqlDatabase& connection, const QString& subject) const;

    Database& m_database;
    const ServiceKeys& m_keys;
    const Clock& m_clock;
    RegistryDesk& m_registries;
    EstablishmentDesk& m_establishments;
    CompanyObjections m_objections;
    CompanyStore m_companies;
    MandateStore m_mandates;
    PersonObjections m_people;
    StoredCompanies m_directory;
    ReviewCaseStore m_cases;
    ReferenceNumbers m_numbers;
    bool m_sendable;
};

} // namespace proconnect::service
