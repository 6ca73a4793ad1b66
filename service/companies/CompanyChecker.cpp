// SPDX-License-Identifier: MIT
#include "service/companies/CompanyChecker.h"

#include "service/journal/CompanyCursor.h"
#include "service/records/ReferenceNumbers.h"
#include "service/records/SealedJson.h"
#include "service/registries/RegistryDesk.h"
#include "service/storage/Database.h"
#include "service/storage/SqlInstant.h"

#include <QJsonArray>
#include <QJsonObject>

namespace proconnect::service {
namespace {

using certification::Certainty;

CheckResult resultOf(const CompanyFile& file, const certification::Verdict& verdict)
{
    if (!file.gate.active) {
        return CheckResult::Closed;
    }
    if (!file.gate.covered) {
        return CheckResult::NotCovered;
    }
    switch (verdict.certainty) {
    case Certainty::Certified:
        return CheckResult::Certified;
    case Certainty::Close:
        return CheckResult::NeedsReview;
    case Certainty::None:
        break;
    }
    return CheckResult::NotDirector;
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
                               RegistryDesk& registries, EstablishmentDesk& establishments)
    : m_database(database), m_keys(keys), m_clock(clock), m_registries(registries),
      m_establishments(establishments), m_companies(keys), m_mandates(keys), m_directory(keys)
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
    if (!examination) {
        return examination.failure();
    }
    if (examination.value().check.result != CheckResult::Certified || !examination.value().officer) {
        return refusalOf(examination.value().check);
    }
    return store(subject, examination.value());
}

Outcome<CompanyChecker::Examination> CompanyChecker::examine(const QString& subject,
                                                             const FranceConnectIdentity& identity,
                                                             const SirenNumber& siren)
{
    Examination examination;
    examination.check.siren = siren.digits();
    examination.check.checkedAt = m_clock.now();
    auto file = m_registries.consult(siren);
    if (!file) {
        const bool unknown = file.failure().code == FailureCode::SirenUnknown;
        examination.check.result = unknown ? CheckResult::Unknown : CheckResult::Unavailable;
        return examination;
    }
    auto assessment = certification::assessAll(identity, file.value().officers, file.value().gate,
                                               examination.check.checkedAt.date());
    RegisteredCompany& company = file.value().company;
    if (file.value().gate.active) {
        m_establishments.complete(siren, company);
    }
    CompanyCheck& check = examination.check;
    check.result = resultOf(file.value(), assessment.verdict);
    check.name = company.name;
    check.address = company.address;
    check.activity = company.activity;
    check.closedOn = company.closedOn;
    check.source = file.value().source;
    if (check.result == CheckResult::Certified) {
        check.function = assessment.officer->function;
        examination.officer = std::move(assessment.officer);
    } else if (check.result == CheckResult::NeedsReview) {
        auto reference = openCase(subject, siren.digits(), assessment.verdict.reasons());
        if (!reference) {
            return reference.failure();
        }
        check.reviewReference = std::move(reference).value();
    }
    examination.company = std::move(company);
    return examination;
}

Outcome<QString> CompanyChecker::openCase(const QString& subject, const QString& siren,
                                          const QStringList& reasons)
{
    return m_database.write<QString>([&](QSqlDatabase& connection) -> Outcome<QString> {
        auto known = runQuery(
            connection, QStringLiteral("SELECT reference FROM review_case WHERE subject = ? AND siren = ?"),
            {subject, siren});
        if (!known) {
            return known.failure();
        }
        const QDateTime now = m_clock.now();
        auto reference = known.value().next() ? Outcome<QString>(known.value().value(0).toString())
                                              : nextReference(connection, QStringLiteral("EX"), now);
        if (!reference) {
            return reference.failure();
        }
        const QJsonObject content{{QStringLiteral("reasons"), QJsonArray::fromStringList(reasons)}};
        const auto saved = runQuery(
            connection,
            QStringLiteral("INSERT INTO review_case (subject, siren, reference, seen_at, content) "
                           "VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject, siren) DO UPDATE SET "
                           "seen_at = excluded.seen_at, content = excluded.content"),
            {subject, siren, reference.value(), toSql(now), sealedJson(m_keys, content, "review_case")});
        if (!saved) {
            return saved.failure();
        }
        return reference;
    });
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
        if (const auto cursor = advanceCursor(connection, check.siren); !cursor) {
            return cursor.failure();
        }
        return m_directory.company(connection, subject, check.siren);
    });
}

} // namespace proconnect::service
