// SPDX-License-Identifier: MIT
#pragma once

#include "service/companies/CompanyDirectory.h"
#include "service/companies/CompanyStore.h"
#include "service/companies/MandateStore.h"

namespace proconnect::service {

/// CompanyDirectory from the tables of companies and mandates.
class StoredCompanies final : public CompanyDirectory
{
public:
    explicit StoredCompanies(const ServiceKeys& keys) : m_companies(keys), m_mandates(keys) {}

    [[nodiscard]] Outcome<QList<Company>> companiesOf(QSqlDatabase& connection,
                                                      const QString& subject) override;
    [[nodiscard]] Outcome<Company> company(QSqlDatabase& connection, const QString& subject,
                                           const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> directorsOf(QSqlDatabase& connection, const QString& siren) override;
    [[nodiscard]] Outcome<QStringList> attachedSirens(QSqlDatabase& connection) override;

private:
    [[nodiscard]] Outcome<Company> companyOf(QSqlDatabase& connection, const MandateRecord& record) const;

    CompanyStore m_companies;
    MandateStore m_mandates;
};

} // namespace proconnect::service
