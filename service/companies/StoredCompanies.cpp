// SPDX-License-Identifier: MIT
#include "service/companies/StoredCompanies.h"

#include <algorithm>

namespace proconnect::service {
namespace {

/// Entrepreneur individuel, in Insee's nomenclature of legal forms.
const QString soleTraderForm = QStringLiteral("1000");

} // namespace

Outcome<QList<Company>> StoredCompanies::companiesOf(QSqlDatabase& connection, const QString& subject)
{
    const auto records = m_mandates.ofSubject(connection, subject);
    if (!records) {
        return records.failure();
    }
    QList<Company> companies;
    for (const MandateRecord& record : records.value()) {
        auto company = companyOf(connection, record);
        if (!company) {
            return company.failure();
        }
        companies.append(std::move(company).value());
    }
    std::sort(companies.begin(), companies.end(), [](const Company& a, const Company& b) {
        const int order = a.name.localeAwareCompare(b.name);
        return order != 0 ? order < 0 : a.siren < b.siren;
    });
    return companies;
}

Outcome<Company> StoredCompanies::company(QSqlDatabase& connection, const QString& subject,
                                          const QString& siren)
{
    const auto record = m_mandates.find(connection, subject, siren);
    if (!record) {
        return record.failure();
    }
    if (!record.value()) {
        return Failure{FailureCode::NotAllowed, QStringLiteral("company not attached"), {}};
    }
    return companyOf(connection, *record.value());
}

Outcome<QStringList> StoredCompanies::directorsOf(QSqlDatabase& connection, const QString& siren)
{
    return m_mandates.holders(connection, siren);
}

Outcome<QStringList> StoredCompanies::attachedSirens(QSqlDatabase& connection)
{
    return m_mandates.heldSirens(connection);
}

Outcome<Company> StoredCompanies::companyOf(QSqlDatabase& connection, const MandateRecord& record) const
{
    auto stored = m_companies.find(connection, record.mandate.siren);
    if (!stored) {
        return stored.failure();
    }
    Company company;
    company.siren = record.mandate.siren;
    company.function = record.mandate.function;
    company.source = record.mandate.source;
    company.verifiedAt = record.mandate.verifiedAt;
    company.mandateEnded = record.state == MandateState::Ended;
    if (company.mandateEnded) {
        company.mandateEndedAt = record.endedAt;
        company.companyClosed = record.end == MandateEnd::CompanyClosed;
    }
    if (stored.value()) {
        company.name = stored.value()->name;
        company.establishments = stored.value()->establishments;
        company.soleTrader = stored.value()->legalForm == soleTraderForm;
    }
    return company;
}

} // namespace proconnect::service
