// SPDX-License-Identifier: MIT
#include "service/companies/CompanyChecker.h"

#include "core/certification/CommuneHistory.h"
#include "service/companies/MandateStanding.h"
#include "service/journal/CompanyCursor.h"
#include "service/sessions/SessionStore.h"
#include "service/storage/Database.h"

#include <algorithm>

namespace proconnect::service {
namespace {

using certification::Certainty;

CheckResult resultOf(const CompanyFile& file, const certification::Verdict& verdict)
{
    if (!file.gate.active) {
        return file.company.state == RegisteredCompany::State::Duplicate ? CheckResult::Duplicate
                                                                         : CheckResult::Closed;
    }
    if (!file.gate.covered) {
        return CheckResult::NotCovered;
    }
    if (file.onlyYes() && verdict.certainty != Certainty::Certified) {
        return CheckResult::Unavailable;
    }
    switch (verdict.certainty) {
    case Certainty::Certified:
        return CheckResult::Certified;
    case Certainty::Close:
        return CheckResult::NeedsReview;
    case Certainty::None:
        break;
    }
    // Where somebody is hidden, the person may be who is.
    return showsWhoLeads(file) ? CheckResult::NotDirector : CheckResult::NeedsReview;
}

/// Whether an officer has the person's given names and birth date, and nothing differs but the family name:
/// somebody whom the register knows by another one, perhaps.
bool perhapsRenamed(const FranceConnectIdentity& identity, const CompanyFile& file, const QDate& today)
{
    using certification::Weight;
    return std::any_of(file.officers.begin(), file.officers.end(), [&](const auto& officer) {
        const auto findings =
            certification::assess(identity, officer, file.gate, certification::CivilDate::of(today)).findings;
        bool different = false;
        bool sameBirthDate = false;
        for (const certification::Finding& finding : findings) {
            const QLatin1String code(finding.code);
            if (code == QLatin1String("family.different")) {
                different = true;
            } else if (finding.weight > Weight::Neutral) {
                return false;
            }
            sameBirthDate = sameBirthDate ||
                            (code.startsWith(QLatin1String("date.")) && finding.weight == Weight::Agrees);
        }
        return different && sameBirthDate;
    });
}

/// Whether an entry may be about the person, in office or gone.
bool namesPerson(const FranceConnectIdentity& identity, const CompanyFile& file, const QDate& today)
{
    return std::any_of(file.officers.begin(), file.officers.end(), [&](certification::OfficerRecord entry) {
        entry.active = true;
        entry.resigned = false;
        return certification::assess(identity, entry, file.gate, certification::CivilDate::of(today))
                   .certainty != Certainty::None;
    });
}

/// A sole trader's company bears the person's name, and a withheld one nobody's: neither is for strangers.
bool isPrivate(const RegisteredCompany& company)
{
    return company.withheld ||
           certification::coverageOf(company.legalForm) == certification::Coverage::Sirene;
}

CheckedIdentity toldBack(const FranceConnectIdentity& identity)
{
    const auto commune = certification::CommuneCode::parse(identity.birthplace);
    return {identity.familyName,
            identity.preferredUsername,
            identity.givenNames.join(u' '),
            identity.gender,
            identity.birthdate,
            identity.birthplace,
            identity.birthcountry,
            identity.email,
            certification::communeNames(commune)};
}

/// Why a company that was not certified cannot be attached.
Failure refusalOf(const CompanyCheck& check)
{
    switch (check.result) {
    case CheckResult::NotDirector:
        return {FailureCode::NotDirector, QStringLiteral("no officer matches"), check.name};
    case CheckResult::NeedsReview:
        return {FailureCode::NeedsReview, QStringLiteral("a human must look"), check.reviewReference};
    case CheckResult::NotCovered:
        return {FailureCode::CompanyNotCovered, QStringLiteral("legal form not covered"), check.name};
    case CheckResult::Closed:
        return {FailureCode::CompanyClosed, QStringLiteral("company closed"),
                check.closedOn ? check.closedOn->toString(Qt::ISODate) : QString()};
    case CheckResult::Duplicate:
        return {FailureCode::CompanyDuplicate, QStringLiteral("another number stands for it"),
                check.replacedBy};
    case CheckResult::Unknown:
        return {FailureCode::SirenUnknown, QStringLiteral("not in the registers"), {}};
    case CheckResult::Certified:
    case CheckResult::Unavailable:
        break;
    }
    return {FailureCode::RegistryUnavailable, QStringLiteral("no register answered"), {}};
}

} // namespace

CompanyChecker::CompanyChecker(Database& database, const ServiceKeys& keys, const Clock& clock,
                               RegistryDesk& registries, EstablishmentDesk& establishments, bool sendable)
    : m_database(database), m_keys(keys), m_clock(clock), m_registries(registries),
      m_establishments(establishments), m_objections(database, clock), m_companies(keys), m_mandates(keys),
      m_people(keys), m_directory(keys), m_cases(keys), m_numbers(database), m_sendable(sendable)
{}

Outcome<CompanyCheck> CompanyChecker::check(const QString& subject, const FranceConnectIdentity& identity,
                                            const SirenNumber& siren)
{
    auto examination = examine(subject, identity, siren);
    if (!examination) {
        return examination.failure();
    }
    return std::move(examination.value().check);
}

Outcome<Company> CompanyChecker::attach(const QString& subject, const FranceConnectIdentity& identity,
                                        const SirenNumber& siren)
{
    const auto examination = examine(subject, identity, siren);
    return examination ? concluded(subject, examination.value()) : Outcome<Company>(examination.failure());
}

Outcome<Company> CompanyChecker::confirm(const QString& subject, const FranceConnectIdentity& identity,
                                         const SirenNumber& siren)
{
    auto examination = examine(subject, identity, siren);
    if (!examination) {
        return examination.failure();
    }
    CompanyCheck& check = examination.value().check;
    if (check.result == CheckResult::NotDirector && !examination.value().absent) {
        check.result = CheckResult::NeedsReview;
        const auto opened = openCase(subject, identity, examination.value().reasons, check);
        if (!opened) {
            return opened.failure();
        }
    }
    return concluded(subject, examination.value());
}

Outcome<Company> CompanyChecker::concluded(const QString& subject, const Examination& examination)
{
    return examination.check.result == CheckResult::Certified && examination.officer
               ? store(subject, examination)
               : Outcome<Company>(refusalOf(examination.check));
}

Outcome<CompanyChecker::Examination> CompanyChecker::examine(const QString& subject,
                                                             const FranceConnectIdentity& identity,
                                                             const SirenNumber& siren)
{
    Examination examination;
    examination.check.siren = siren.digits();
    examination.check.checkedAt = m_clock.now();
    auto file = m_objections.consult(m_registries, siren);
    if (!file) {
        const FailureCode code = file.failure().code;
        if (code != FailureCode::SirenUnknown && code != FailureCode::RegistryUnavailable) {
            return file.failure();
        }
        examination.check.result =
            code == FailureCode::SirenUnknown ? CheckResult::Unknown : CheckResult::Unavailable;
        return examination;
    }
    auto assessment = certification::assessAll(identity, file.value().officers, file.value().gate,
                                               examination.check.checkedAt.date());
    RegisteredCompany& company = file.value().company;
    CompanyCheck& check = examination.check;
    const auto contradicted = isContradicted(subject, siren, identity, file.value(),
                                             assessment.verdict.certainty == Certainty::Certified);
    if (!contradicted) {
        return contradicted.failure();
    }
    check.result =
        contradicted.value() ? CheckResult::Unavailable : resultOf(file.value(), assessment.verdict);
    if (check.result == CheckResult::Unavailable) {
        return examination;
    }
    examination.reasons = assessment.verdict.reasons();
    const bool certified = check.result == CheckResult::Certified;
    examination.absent = check.result == CheckResult::NotDirector &&
                         !perhapsRenamed(identity, file.value(), check.checkedAt.date());
    if (certified) {
        m_establishments.complete(siren, company);
    }
    if (certified || !isPrivate(company)) {
        check.name = company.name;
        check.address = company.address;
        check.activity = company.activity;
    }
    check.closedOn = company.closedOn;
    check.replacedBy = company.replacedBy;
    check.source = file.value().source;
    if (certified) {
        check.function = assessment.officer->function;
        examination.officer = std::move(assessment.officer);
    } else if (check.result == CheckResult::NeedsReview) {
        if (const auto opened = openCase(subject, identity, examination.reasons, check); !opened) {
            return opened.failure();
        }
    }
    examination.company = std::move(company);
    return examination;
}

Outcome<bool> CompanyChecker::isContradicted(const QString& subject, const SirenNumber& siren,
                                             const FranceConnectIdentity& identity, const CompanyFile& file,
                                             bool certified)
{
    const QString& digits = siren.digits();
    if (!certified) {
        // The fallback lags behind: its no is no word against anybody.
        if (file.secondChoice || !file.gate.active || !file.gate.covered) {
            return false;
        }
        if (file.gap && !namesPerson(identity, file, m_clock.now().date())) {
            return false; // they may be behind what could not be read
        }
        const auto noted = m_database.write<Done>([&](QSqlDatabase& connection) {
            return m_people.note(connection, subject, digits, m_clock.now());
        });
        return noted ? Outcome<bool>(false) : Outcome<bool>(noted.failure());
    }
    const auto noted = m_database.read<bool>(
        [&](QSqlDatabase& connection) { return m_people.isNoted(connection, subject, digits); });
    if (!noted) {
        return noted.failure();
    }
    if (!file.registerSilent()) {
        const auto lifted = noted.value() ? m_database.write<Done>([&](QSqlDatabase& connection) {
            return m_people.lift(connection, subject, digits);
        })
                                          : Outcome<Done>(Done{});
        return lifted ? Outcome<bool>(false) : Outcome<bool>(lifted.failure());
    }
    const auto record = m_database.read<std::optional<MandateRecord>>(
        [&](QSqlDatabase& connection) { return m_mandates.find(connection, subject, digits); });
    if (!record) {
        return record.failure();
    }
    return noted.value() || (record.value() && record.value()->state != MandateState::Held);
}

Outcome<Done> CompanyChecker::openCase(const QString& subject, const FranceConnectIdentity& identity,
                                       const QStringList& reasons, CompanyCheck& check)
{
    ReviewCase found;
    found.subject = subject;
    found.siren = check.siren;
    found.source = check.source.value_or(RegistrySource::Rne);
    found.reasons = reasons;
    found.seenAt = check.checkedAt;
    const auto reference = m_numbers.next(QStringLiteral("EX"), found.seenAt);
    if (!reference) {
        return reference.failure();
    }
    found.reference = reference.value();
    const auto noted = m_database.write<ReviewCase>(
        [&](QSqlDatabase& connection) { return m_cases.note(connection, found); });
    if (!noted) {
        return noted.failure();
    }
    check.reviewReference = noted.value().reference;
    check.reviewSendable = m_sendable;
    if (noted.value().sentAt.isValid()) {
        check.reviewSentAt = noted.value().sentAt;
    }
    check.identity = toldBack(identity);
    return Done{};
}

Outcome<Company> CompanyChecker::store(const QString& subject, const Examination& examination)
{
    const CompanyCheck& check = examination.check;
    MandateRecord record;
    record.mandate = {subject, check.siren, check.function, check.source.value_or(RegistrySource::Rne),
                      check.checkedAt};
    record.attachedAt = check.checkedAt;
    record.prints = OfficerPrints::of(m_keys, check.siren, *examination.officer);
    return m_database.write<Company>([&](QSqlDatabase& connection) -> Outcome<Company> {
        if (const auto saved = m_companies.save(connection, examination.company, check.checkedAt); !saved) {
            return saved.failure();
        }
        if (const auto saved = m_mandates.save(connection, record); !saved) {
            return saved.failure();
        }
        if (const auto lifted = ReviewCaseStore::remove(connection, subject, check.siren); !lifted) {
            return lifted.failure();
        }
        if (const auto forgotten = forgetIdentity(connection, subject); !forgotten) {
            return forgotten.failure();
        }
        if (const auto cursor = advanceCursor(connection, check.siren); !cursor) {
            return cursor.failure();
        }
        return m_directory.company(connection, subject, check.siren);
    });
}

Outcome<Done> CompanyChecker::forgetIdentity(QSqlDatabase& connection, const QString& subject) const
{
    const auto records = m_mandates.ofSubject(connection, subject);
    if (!records) {
        return records.failure();
    }
    const bool waited =
        std::any_of(records.value().begin(), records.value().end(), [](const MandateRecord& any) {
            return any.state == MandateState::ToConfirm && any.review.isEmpty();
        });
    return waited ? Outcome<Done>(Done{}) : SessionStore::forgetIdentity(connection, subject);
}

} // namespace proconnect::service
